import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { stoodAt, stoppingHold } from '../../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { type CaseForPlan, loadCaseForPlan } from '../../plan/load-case.ts';
import { planInput } from '../../plan/plan-input.ts';
import { isSameStep } from '../../plan/same-step.ts';
import { raiseAttention } from '../../raise-attention.ts';
import { namedByKind } from '../settling/ask-about-message.ts';
import { type MessageToSettle, ownItems } from '../settling/message-to-settle.ts';
import { carrySteps } from '../reserving/carry-steps.ts';
import { openLetterToPost } from '../letters/open-letter-to-post.ts';
import { isEarly } from '../by-hand/prepare-reminder.ts';
import { reserveMessage } from '../reserving/reserve-message.ts';
import { isReleasedSince } from './still-confirmed.ts';
import { asActor } from '../../stored-json.ts';

/**
 * Reserves again a reminder that a person sent, which was cancelled because the invoice, an address or the day changed
 * on the way, with the amount due now. If it has the person's own words, or is no longer what the person asked for, a
 * person is asked instead. None is made for a case that has ended or is stopped since. A letter that a person posts
 * waits in a new action. Returns its id, or null.
 */
export async function remakeManual(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const [item] = ownItems(cancelled);
  if (!item || item.invoice.closedAs !== null) return null;
  const invoice = await loadCaseForPlan(tx, item.invoiceId);
  const holds = [...invoice.holds, ...invoice.customer.holds];
  const isStopped =
    stoppingHold('manual', holds) !== null || holds.some((hold) => !stoodAt(hold, cancelled.reservedAt));
  if (isStopped) return null;
  const { cycle, stepKey, level, repeat } = item;
  const isNext = isNextStep(item);
  const isStillAsked = await isAskedAsBefore(tx, context, invoice, cancelled, item);
  if (!isStillAsked || cancelled.customSubject !== null || cancelled.customBodyHtml !== null) {
    const text = `${namedByKind(cancelled)} demandé manuellement n’est pas parti\u00a0: la facture, le compte, l’adresse, la date ou vos coordonnées ont changé entre-temps. Relisez-le et renvoyez-le, ou classez cette tâche.`;
    await raiseAttention(tx, context, [invoice.id], { code: 'not_sent', text, messageId: cancelled.id });
    return null;
  }
  const { customerId, language, currency, kind, letterKind, origin, originId, templateId, test } = cancelled;
  const posted = { level: cancelled.level, letterKind, templateId };
  const actionId = cancelled.actionId === null ? null : await openLetterToPost(tx, context, [invoice], posted);
  const messageId = await reserveMessage(tx, context, {
    ...{ customerId, language, currency, kind, letterKind, level: cancelled.level, origin, originId, templateId, test },
    actionId,
    actor: asActor(cancelled.actor),
    items: [{ invoiceId: invoice.id, cycle, stepKey, level, repeat, amountCents: invoice.balanceCents }],
    edits: {
      recipients: cancelled.customRecipients,
      attachmentIds: cancelled.attachmentIds,
      ...(cancelled.overrideReason === null ? {} : { overrideReason: cancelled.overrideReason }),
    },
  });
  if (actionId) await tx.action.update({ where: { id: actionId }, data: { messageId } });
  if (isNext && stepKey !== null)
    await carrySteps(tx, context, [{ invoiceId: invoice.id, cycle, stepKey, level }], messageId);
  return messageId;
}

type Item = MessageToSettle['items'][number];

/** True when it is the next step of the ladder: an extra is no step, and a repeat leaves the next step alone. */
const isNextStep = ({ stepKey, repeat }: Pick<Item, 'stepKey' | 'repeat'>): boolean => stepKey !== null && repeat <= 0;

/**
 * True when it is still what the person asked for: due, or early for a reason that was given; and when it is the next
 * step, that is unchanged, and no hold ended and no money went back since. It is planned here because a step that a
 * message carries is not planned.
 */
async function isAskedAsBefore(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  cancelled: MessageToSettle,
  item: Item,
): Promise<boolean> {
  if (row.cycle !== item.cycle) return false;
  if (cancelled.overrideReason === null && isEarly(row, item, context.at)) return false;
  if (!isNextStep(item)) return true;
  const plan = planNextStep(await planInput(tx, row, context.at, { connectors: null }));
  if (plan.kind === 'exhausted' || plan.step.key !== item.stepKey || plan.step.level !== item.level) return false;
  if (row.openStep && !isSameStep(row.openStep, plan.step)) return false;
  return !(await isReleasedSince(tx, row, plan, cancelled.reservedAt));
}
