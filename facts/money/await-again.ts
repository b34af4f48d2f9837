import type { Transaction } from '../../prisma/client.ts';
import { resumeReview } from './resume-holds.ts';

/**
 * The credits of these instants were taken off the invoice: the disputes that they had settled wait for a credit again,
 * and their review tasks resume. Returns the ids of those disputes.
 */
export async function awaitAgain(tx: Transaction, invoiceId: string, creditedAt: readonly Date[]): Promise<string[]> {
  const holds = await tx.hold.findMany({
    where: { invoiceId, kind: 'dispute', outcome: 'upheld', endedAt: { in: [...creditedAt] } },
    orderBy: [{ sinceAt: 'asc' }, { id: 'asc' }],
  });
  const ids = holds.map(({ id }) => id);
  await tx.hold.updateMany({
    where: { id: { in: ids } },
    data: { endedAt: null, outcome: null, awaitingCredit: true },
  });
  for (const id of ids) await resumeReview(tx, id, invoiceId, ['credited', 'dispute_upheld']);
  return ids;
}
