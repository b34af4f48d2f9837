import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { remakeRun } from '../../runs/remake-run.ts';
import type { MessageToSettle } from '../settling/message-to-settle.ts';
import { loadActionToSend, reserveAction, sendableSteps, type StepToSend } from '../reserving/reserve-action.ts';
import { isStillConfirmed } from './still-confirmed.ts';
import { asActor } from '../../stored-json.ts';

/**
 * Reserves again a confirmed message that was cancelled because one of its invoices, the address or the day changed,
 * for those of its steps that may still leave as they were confirmed; nobody has to confirm these again. The other
 * steps are planned again when their cases are told. A message with a person's own text is not remade, since the text
 * may name what fell out: the person is asked again. A message of a run is remade by its run. Returns the new message's
 * id, or null.
 */
export async function remakeConfirmed(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  if (cancelled.origin === 'run') return remakeRun(tx, context, cancelled);
  const actor = asActor(cancelled.actor);
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
