import { recordHistory } from '../history.ts';
import { raiseVersion } from '../raise-version.ts';
import { finishSteps } from './finish-steps.ts';
import { accepted, changedBy, type Judge } from './decision.ts';
import { openAction } from './open-action.ts';

/** A person leaves this step out: it counts as the day of its level for what follows, but does not raise the level. */
export const skipStep: Judge = async (tx, context, decision) => {
  const found = await openAction(tx, decision.actionId);
  if ('refusal' in found) return found.refusal;
  const { action } = found;
  const by = { ...context, actor: decision.actor };
  const { reason = '' } = decision.args;
  const invoiceIds = await finishSteps(tx, by, action, { outcome: 'skipped', state: 'skipped', reason });
  await recordHistory(
    tx,
    by,
    action.openSteps.map((step) => ({
      customerId: action.customerId,
      invoiceId: step.invoiceId,
      kind: 'skipped',
      data: { level: step.level, channel: step.kind, reason },
    })),
  );
  await raiseVersion(tx, invoiceIds);
  return accepted(changedBy(invoiceIds, 'skipped'));
};
