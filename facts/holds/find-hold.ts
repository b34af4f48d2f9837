import type { Transaction } from '../../prisma/client.ts';
import { notFound } from '../refused.ts';

/**
 * A dispute or a promise of this invoice, ended or not, read under the lock. Another invoice's counts as not found
 * (404).
 */
export async function findHold(
  tx: Transaction,
  where: { id: string; creditorId: string; invoiceId: string; kind: 'dispute' | 'promise' },
) {
  const hold = await tx.hold.findFirst({ where });
  if (!hold) throw notFound();
  return hold;
}
