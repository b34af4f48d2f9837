import type { Database } from '../../prisma/client.ts';
import { refundBody } from './refund-answer.ts';
import { allocationAnswer, type AllocationAnswer } from './payment-answer.ts';

/**
 * An invoice that a credit note is set against, in its current state, and how much of the note it took (integer cents).
 */
interface CreditUse extends AllocationAnswer {
  invoice_id: string;
  amount_cents: number;
}

/** The refunds of a credit note, in the order in which they were recorded. */
export const readRefundsOf = async (db: Database, creditNoteId: string) =>
  (await db.refund.findMany({ where: { creditNoteId }, orderBy: { id: 'asc' } })).map(refundBody);

/** The invoices that took part of a credit note, each once, in the order in which each first took something. */
export async function readCreditUses(db: Database, creditNoteId: string): Promise<CreditUse[]> {
  const uses = await db.allocation.findMany({
    where: { creditNoteId, reversedAt: null },
    orderBy: { id: 'asc' },
    include: { invoice: true },
  });
  const byInvoice = new Map<string, CreditUse>();
  for (const { invoice, amountCents } of uses) {
    const before = byInvoice.get(invoice.id)?.amount_cents ?? 0;
    const use = { ...allocationAnswer(invoice), invoice_id: invoice.id, amount_cents: before + amountCents };
    byInvoice.set(invoice.id, use);
  }
  return [...byInvoice.values()];
}
