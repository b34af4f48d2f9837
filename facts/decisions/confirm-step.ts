import { originOf } from '../../domain/actions/action-origin.ts';
import { recordHistory } from '../history.ts';
import { answerAttention } from './answer-attention.ts';
import { obstacleToAction } from './obstacle-to-action.ts';
import { reserveAction, sendableSteps } from '../messages/reserving/reserve-action.ts';
import { raiseVersion } from '../raise-version.ts';
import { confirmSpecific } from '../specific-actions/confirm-specific.ts';
import { accepted, changedBy, type Judge, type Judged, refused } from './decision.ts';
import { openAction } from './open-action.ts';
import { planStaleSteps } from './plan-stale-steps.ts';
import { refuseOldDraft } from './refuse-old-draft.ts';
import { isUncertain, UNCERTAIN } from './uncertain-sending.ts';

/**
 * A person sends what is prepared, and it leaves at once. Confirming a task that asks for attention means "go on": the
 * case is planned again, and what had failed is tried again.
 */
export const confirmStep: Judge = async (tx, context, decision) => {
  const found = await openAction(tx, decision.actionId);
  if ('refusal' in found) return found.refusal;
  let { action } = found;
  if (await isUncertain(tx, action)) return refused('uncertain', UNCERTAIN);
  const origin = originOf(action);
  if (origin === 'attention') return goOn(tx, context, decision, action.id);
  if (origin === 'specific_action') return confirmSpecific(tx, context, decision, action.id);
  if (origin !== 'step') return refused('nothing_to_send', 'This task is not sent: complete it.');
  if (action.messageId) return refused('already_confirmed', 'This reminder is confirmed already.');
  if (action.dueAt > context.at) return refused('not_due', 'The day of this reminder has not come yet.');
  const isSms = action.kind === 'sms' && Boolean(context.connectors?.sms);
  if (action.kind !== 'email' && action.kind !== 'letter' && !isSms) {
    return refused('nothing_to_send', 'This action is not sent: complete it.');
  }
  if (sendableSteps(action, context.at).length === 0) return refused('held', 'The invoices of this reminder are held.');
  const planned = await planStaleSteps(tx, context, action);
  if ('refusal' in planned) return planned.refusal;
  action = planned.action;
  const old = await refuseOldDraft(tx, context, decision, action.id);
  if (old) return old;
  const steps = sendableSteps(action, context.at);
  const obstacle = await obstacleToAction(tx, context, action, decision.args.edits);
  if (obstacle) return refused(obstacle.code, `Ne peut pas partir\u00a0: ${obstacle.detail}`);
  const invoiceIds = steps.map((step) => step.invoiceId);
  const by = { ...context, actor: decision.actor };
  await raiseVersion(tx, invoiceIds);
  const messageId = await reserveAction(tx, by, action, steps, decision.actor, decision.args.edits);
  const { comment } = decision.args;
  if (comment) await tx.action.update({ where: { id: action.id }, data: { comment } });
  await recordHistory(
    tx,
    by,
    steps.map((step) => ({
      customerId: action.customerId,
      invoiceId: step.invoiceId,
      kind: 'confirmed',
      data: { level: step.level, channel: step.kind, letterKind: step.letterKind, comment },
      messageId,
    })),
  );
  return accepted(changedBy(invoiceIds, 'confirmed'), messageId);
};

/** Confirms a task that asks for attention: its cases are planned again. */
async function goOn(...[tx, context, decision, actionId]: [...Parameters<Judge>, string]): Promise<Judged> {
  const invoices = await tx.actionInvoice.findMany({ where: { actionId } });
  const by = { ...context, actor: decision.actor };
  const invoiceIds = await answerAttention(
    tx,
    by,
    actionId,
    invoices.map((one) => one.invoiceId),
  );
  return accepted(changedBy(invoiceIds, 'confirmed'));
}
