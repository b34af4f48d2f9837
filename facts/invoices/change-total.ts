import { balanceOf } from '../../domain/money/balance.ts';
import type { Transaction } from '../../prisma/client.ts';
import { closeCase } from '../close-case.ts';
import { recordHistory } from '../history.ts';
import type { BusinessDay } from '../holds/open-case.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import { tellFreeMoney } from '../money/free-money.ts';
import { releaseExcess } from '../money/release-excess.ts';
import type { FactContext, Telling } from '../outcome.ts';

/**
 * Corrects an open invoice's total. What was paid above it goes back to its payment or credit note, not allocated; when
 * something was paid and no more than the tolerance remains, the case ends as paid. Answers what the customer's other
 * invoices are to be told of the money that came free.
 */
export async function changeTotal(
  tx: Transaction,
  context: FactContext,
  { settings }: BusinessDay,
  invoice: InvoiceRow,
  totalCents: number,
): Promise<Telling[]> {
  const settledCents = invoice.paidCents + invoice.creditedCents;
  const released = await releaseExcess(tx, invoice, settledCents - totalCents, context.at);
  const sums = {
    totalCents,
    paidCents: invoice.paidCents - released.paidCents,
    creditedCents: invoice.creditedCents - released.creditedCents,
  };
  const balanceCents = balanceOf(sums);
  await tx.invoice.update({ where: { id: invoice.id }, data: { ...sums, balanceCents } });
  if (settledCents > 0 && balanceCents <= settings.toleranceCents)
    await closeAsPaid(tx, context, invoice, balanceCents);
  if (released.paidCents + released.creditedCents === 0) return [];
  const owner = { customerId: invoice.customerId, currency: invoice.currency, except: [invoice.id] };
  return tellFreeMoney(tx, owner, { signal: 'invoiceChanged', data: { releasedFrom: invoice.id } });
}

async function closeAsPaid(
  tx: Transaction,
  context: FactContext,
  invoice: InvoiceRow,
  balanceCents: number,
): Promise<void> {
  await closeCase(tx, context, invoice.id, { closedAs: 'paid', reason: null });
  await recordHistory(tx, context, [
    {
      customerId: invoice.customerId,
      invoiceId: invoice.id,
      kind: 'closed',
      data: { closedAs: 'paid', balanceCents, currency: invoice.currency },
    },
  ]);
}
