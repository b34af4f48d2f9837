import type { Transaction } from '../../prisma/client.ts';
import { reviewKey } from '../holds/review-task.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/** Kinds of hold that end with a case because there is nothing left to stop. Promises end in their own way. */
const RESUMED = ['litigation', 'dispute', 'pause'] as const;

/**
 * Puts the holds of a re-opened case back in force that ended when it was paid, with the review tasks of disputes. A
 * pause whose end has passed meanwhile stays ended. Returns their kinds.
 */
export async function resumeHolds(tx: Transaction, context: FactContext, invoice: InvoiceRow): Promise<string[]> {
  const holds = await tx.hold.findMany({
    where: {
      invoiceId: invoice.id,
      kind: { in: [...RESUMED] },
      outcome: 'case_closed',
      endedAt: invoice.closedAt,
      OR: [{ endsAt: null }, { endsAt: { gt: context.at } }],
    },
    orderBy: [{ sinceAt: 'asc' }, { id: 'asc' }],
  });
  await tx.hold.updateMany({
    where: { id: { in: holds.map(({ id }) => id) } },
    data: { endedAt: null, outcome: null },
  });
  for (const { id } of holds.filter(({ kind }) => kind === 'dispute'))
    await resumeReview(tx, id, invoice.id, ['case_closed']);
  return holds.map(({ kind }) => kind);
}

/** Re-opens a dispute's review task, when it was cancelled for one of these reasons. */
export async function resumeReview(
  tx: Transaction,
  holdId: string,
  invoiceId: string,
  reasons: string[],
): Promise<void> {
  const review = await tx.action.findFirst({
    where: { groupKey: reviewKey(holdId), state: 'cancelled', reason: { in: reasons } },
    orderBy: { id: 'desc' },
  });
  if (!review) return;
  await tx.actionInvoice.deleteMany({ where: { actionId: review.id, invoiceId } });
  await tx.action.update({
    where: { id: review.id },
    data: { state: 'open', reason: null, settledAt: null, invoices: { create: { invoiceId } } },
  });
}
