import type { Database } from '../../prisma/client.ts';
import { refundBody } from './refund-answer.ts';
import { allocationAnswer, type AllocationAnswer } from './payment-answer.ts';

/** An invoice that a credit note is set against, as it stands, and with how much of the note (integer cents). */
interface CreditUse extends AllocationAnswer {
  invoice_id: string;
  amount_cents: number;
}

/** What was paid back of a credit note, in the order in which it was told. */
export const readRefundsOf = async (db: Database, creditNoteId: string) =>
  (await db.refund.findMany({ where: { creditNoteId }, orderBy: { id: 'asc' } })).map(refundBody);

/** Where a credit note went, each invoice once, in the order in which it first took something. */
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
