import { allocate } from '../../domain/money/allocate.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { type InvoiceRow, readInvoices } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';
import { allocateToInvoice, type MoneySource } from './allocate-to-invoice.ts';

export interface Asked {
  invoiceId: string;
  amountCents: number;
}

/**
 * Sets free money against invoices in the order asked, under the lock. A cancelled invoice takes nothing. A written-off
 * invoice, and the cents of a paid one that the tolerance let go, were owed: they take up to their balance and stay
 * closed. `isOwnCredit`: the money is a new credit note made for these invoices, which a cancelled one takes too, since
 * it takes back what nobody owes. Returns the invoices afterwards, how much each took, and what stays unallocated of
 * `freeCents`.
 */
export async function allocateInOrder(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  money: { freeCents: number; asked: readonly Asked[]; source: MoneySource; isOwnCredit?: boolean },
) {
  const before = await readInvoices(
    tx,
    money.asked.map(({ invoiceId }) => invoiceId),
  );
  const rows = new Map<string, InvoiceRow>(before.map((row) => [row.id, row]));
  const takes = ({ closedAs }: InvoiceRow) => closedAs !== 'cancelled' || money.isOwnCredit;
  const balances = new Map(before.map((row) => [row.id, takes(row) ? row.balanceCents : 0]));
  const { results, unallocatedCents } = allocate(money.freeCents, money.asked, balances, day.settings.toleranceCents);
  const takenCents = new Map<string, number>();
  for (const taking of results) {
    const invoice = rows.get(taking.invoiceId)!;
    if (taking.takenCents === 0) continue;
    // When the same payment names the invoice again, a remainder within the tolerance has already closed the case.
    const closes = taking.closes && invoice.closedAs === null;
    rows.set(invoice.id, await allocateToInvoice(tx, context, day, invoice, { ...taking, closes }, money.source));
    takenCents.set(invoice.id, (takenCents.get(invoice.id) ?? 0) + taking.takenCents);
  }
  return { rows, takenCents, unallocatedCents };
}
