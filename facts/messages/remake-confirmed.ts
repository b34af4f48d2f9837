import type { Transaction } from '../../prisma/client.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { remakeRun } from '../runs/remake-run.ts';
import type { MessageToSettle } from './message-to-settle.ts';
import { loadActionToSend, reserveAction, sendableSteps, type StepToSend } from './reserve-action.ts';
import { isStillConfirmed } from './still-confirmed.ts';

/**
 * What a person confirmed and what was then cancelled, because one of its invoices, the address or the day changed, is reserved anew
 * for those of its steps that may still leave as he confirmed them: nobody has to confirm these again. The others are planned
 * anew, when their cases are told. Not a text of his own, which may name what fell out: he is asked again. So with a message
 * of a run. Answers the new message, or null.
 */
export async function remakeConfirmed(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  if (cancelled.origin === 'run') return remakeRun(tx, context, cancelled);
  const actor = cancelled.actor as unknown as Actor;
  const isOwnText = cancelled.customSubject !== null || cancelled.customBodyHtml !== null;
  if (cancelled.origin !== 'step' || actor.kind === 'system' || isOwnText || !cancelled.actionId) return null;
  const action = await loadActionToSend(tx, cancelled.actionId);
  if (action?.state !== 'open' || action.messageId !== null) return null;
  const own = cancelled.items.filter((item) => !item.information).map((item) => item.invoiceId);
  const steps: StepToSend[] = [];
  for (const step of sendableSteps(action, context.at)) {
    const isKept = own.includes(step.invoiceId) && (await isStillConfirmed(tx, context, step, cancelled.reservedAt));
    if (isKept) steps.push(step);
  }
  if (steps.length === 0) return null;
  return reserveAction(tx, context, action, steps, actor, {
    recipients: cancelled.customRecipients,
    attachmentIds: cancelled.attachmentIds,
    ...(cancelled.overrideReason === null ? {} : { overrideReason: cancelled.overrideReason }),
  });
}
