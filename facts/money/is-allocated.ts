import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';

/**
 * True when a request with this key has set money against an invoice before; false without a key. Call it under the
 * lock.
 */
export async function isAllocated(
  tx: Transaction,
  { creditorId }: Pick<FactContext, 'creditorId'>,
  requestKey: string | null,
): Promise<boolean> {
  if (requestKey === null) return false;
  return (await tx.allocation.findFirst({ where: { creditorId, requestKey }, select: { id: true } })) !== null;
}
