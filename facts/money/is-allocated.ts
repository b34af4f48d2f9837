import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';

/** Whether a request with this key has set money against an invoice before; without a key none has. Asked under the lock. */
export async function isAllocated(
  tx: Transaction,
  { creditorId }: Pick<FactContext, 'creditorId'>,
  requestKey: string | null,
): Promise<boolean> {
  if (requestKey === null) return false;
  return (await tx.allocation.findFirst({ where: { creditorId, requestKey }, select: { id: true } })) !== null;
}
