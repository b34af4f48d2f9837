import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { type InvoiceRow, readInvoices } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';
import { caseClosed, conflict } from '../refused.ts';
import { oweAgain, type OwedAgain } from './owe-again.ts';

/** Whose money goes back, and from which invoice. */
type Source = ({ paymentId: string } | { creditNoteId: string }) & { invoiceId: string };

/**
 * Takes everything off an invoice that was set against it of one payment or credit note, under the locks: it owes that again, and a
 * case that it had closed re-opens, as after a reversal. Answers the invoice as it is then and what came off, in cents; zero when that
 * had come off before. An invoice that was cancelled keeps the credit that was made for it: nobody has paid that.
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
