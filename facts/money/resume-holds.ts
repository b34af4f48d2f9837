import type { Transaction } from '../../prisma/client.ts';
import { reviewKey } from '../holds/review-task.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';

/** Kinds that end with a case because there is nothing left to stop; promises have an end of their own. */
const RESUMED = ['litigation', 'dispute', 'pause'] as const;

/**
 * A case that was paid opens again: what stopped it when the money came in stops it still, and the follow-up of a dispute is to do
 * again. A pause whose time is over meanwhile is over. Answers the kinds.
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

/** The follow-up of a dispute is to do again, when it was taken back for one of these reasons. */
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
