import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import type { Completed } from './complete-action.ts';
import { changedBy } from './decision.ts';

/**
 * What the same request has completed before, its cases to be told once more: the first may have found Temporal away. Null, and
 * noted with the action, when it has not; to be called under the lock, in the transaction that completes.
 */
export async function repeatedCompletion(
  tx: Transaction,
  { requestKey }: FactContext,
  actionId: string,
): Promise<Completed | null> {
  if (requestKey === undefined) return null;
  const { state, completedByRequest, messageId, invoices } = await tx.action.findUniqueOrThrow({
    where: { id: actionId },
    select: { state: true, completedByRequest: true, messageId: true, invoices: { select: { invoiceId: true } } },
  });
  if (state !== 'done' || completedByRequest !== requestKey) {
    await tx.action.update({ where: { id: actionId }, data: { completedByRequest: requestKey } });
    return null;
  }
  const invoiceIds = invoices.map(({ invoiceId }) => invoiceId);
  return { messageId, tellings: changedBy(invoiceIds, 'completed') };
}
