import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { type InvoiceRow, readInvoices } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';
import { caseClosed, conflict } from '../refused.ts';
import { oweAgain, type OwedAgain } from './owe-again.ts';

/** A payment or a credit note, and the invoice that it is taken off. */
type Source = ({ paymentId: string } | { creditNoteId: string }) & { invoiceId: string };

/**
 * Takes everything of one payment or credit note off an invoice, under the locks: the invoice owes it again, and a case
 * that it had closed re-opens, as after a reversal. Returns the invoice afterwards and what came off, in cents; zero
 * when it had come off before. Refuses a cancelled invoice, which keeps the credit that was made for it, since nobody
 * has paid that.
 */
export async function takeOffInvoice(
  tx: Transaction,
  context: FactContext,
  source: Source,
  back: Pick<OwedAgain, 'reason' | 'said'>,
): Promise<{ invoice: InvoiceRow; amountCents: number }> {
  const allocations = await tx.allocation.findMany({ where: { ...source, reversedAt: null } });
  const read = async () => (await readInvoices(tx, [source.invoiceId]))[0]!;
  const invoice = await read();
  if (allocations.length === 0) {
    if (await tx.allocation.findFirst({ where: source, select: { id: true } })) return { invoice, amountCents: 0 };
    throw conflict('not_allocated', `Nothing of it is set against ${invoice.number}.`);
  }
  if (invoice.closedAs === 'cancelled') throw caseClosed();
  await tx.allocation.updateMany({
    where: { id: { in: allocations.map(({ id }) => id) } },
    data: { reversedAt: context.at },
  });
  const amountCents = allocations.reduce((sum, one) => sum + one.amountCents, 0);
  await oweAgain(tx, context, await readBusinessDay(tx, context), invoice, {
    ...back,
    amountCents,
    kind: 'allocation_reversed',
    ...('creditNoteId' in source ? { creditedAt: allocations.map(({ allocatedAt }) => allocatedAt) } : {}),
  });
  return { invoice: await read(), amountCents };
}
