import type { Transaction } from '../../prisma/client.ts';
import { type ActionToSend, sendableSteps } from '../messages/reserving/reserve-action.ts';
import type { FactContext } from '../outcome.ts';
import { planBeside } from '../plan/plan-beside.ts';
import { type Judged, refused } from './decision.ts';
import { openAction } from './open-action.ts';

/**
 * Plans again what would leave from a plan older than its case: a fact is in force at once, whether its workflow has
 * heard of it or not. Returns the action afterwards, or the refusal when none of it is due any more.
 */
export async function planStaleSteps(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
): Promise<{ action: ActionToSend } | { refusal: Judged }> {
  const stale = sendableSteps(action, context.at)
    .filter(({ invoice }) => invoice.version > invoice.plannedVersion)
    .map(({ invoiceId }) => invoiceId);
  if (stale.length === 0) return { action };
  const unplanned = await planBeside(tx, context, stale);
  const found = await openAction(tx, action.id);
  if ('action' in found && sendableSteps(found.action, context.at).length > 0) return found;
  if (unplanned.length > 0) return { refusal: CANNOT_BE_PLANNED };
  const moved = { invoiceId: { in: stale }, dueAt: { gt: context.at } };
  if ('refusal' in found && (await tx.openStep.count({ where: moved })) === 0) return found;
  return { refusal: refused('not_due', 'The plan of this reminder has changed: its day has not come yet.') };
}

const CANNOT_BE_PLANNED = refused(
  'cannot_be_planned',
  'What comes next in this case cannot be worked out: tell whoever runs Relance.',
);
