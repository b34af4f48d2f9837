import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import type { Completed } from './complete-action.ts';
import { changedBy } from './decision.ts';

/**
 * What this same request completed before; its cases are told again, since Temporal may have been unreachable the first
 * time. Otherwise notes the request with the action and returns null. Call it under the lock, in the transaction that
 * completes.
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
