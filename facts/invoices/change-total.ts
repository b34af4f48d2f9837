import { balanceOf, isSettled } from '../../domain/money/balance.ts';
import type { Transaction } from '../../prisma/client.ts';
import { lockCustomersNamed } from '../../prisma/lock.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { closeCase } from '../close-case.ts';
import { type HistoryLine, recordHistory } from '../history.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import { tellFreeMoney } from '../money/free-money.ts';
import { recordReleased, releaseExcess } from '../money/release-excess.ts';
import type { FactContext, Telling } from '../outcome.ts';

/**
 * Corrects an open invoice's total. What was paid above it becomes free money of its payment or credit note; when
 * something was paid and no more than the tolerance remains, the case ends as paid. History says what changed (`data`)
 * and what was freed. Returns the tellings for other invoices of the customers whose money was freed. The caller holds
 * their locks (`lockPayers`).
 */
export async function changeTotal(
  tx: Transaction,
  context: FactContext,
  { settings }: BusinessDay,
  invoice: InvoiceRow,
  totalCents: number,
  data: HistoryLine<'changed'>['data'],
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
  const freeCents = released.paidCents + released.creditedCents;
  const freed = freeCents > 0 ? { unallocatedCents: freeCents } : {};
  const about = { customerId: invoice.customerId, invoiceId: invoice.id };
  await recordHistory(tx, context, [{ ...about, kind: 'changed', data: { ...data, ...freed } }]);
  await recordReleased(tx, context, invoice, released);
  if (isSettled(sums, settings.toleranceCents)) await closeAsPaid(tx, context, invoice, balanceCents);
  const told = { signal: 'invoiceChanged', data: { releasedFrom: invoice.id } } as const;
  const tellings: Telling[] = [];
  for (const customerId of released.ownerIds)
    tellings.push(...(await tellFreeMoney(tx, { customerId, currency: invoice.currency, except: [invoice.id] }, told)));
  return tellings;
}

/** Corrects the amount of an unused credit note. The customer's other invoices are planned again. */
export async function changeCreditNote(
  tx: Transaction,
  context: FactContext,
  { id, customerId, currency }: InvoiceRow,
  totalCents: number,
  data: HistoryLine<'changed'>['data'],
): Promise<Telling[]> {
  await tx.invoice.update({ where: { id }, data: { totalCents, balanceCents: -totalCents } });
  await recordHistory(tx, context, [{ customerId, invoiceId: id, kind: 'changed', data }]);
  return tellFreeMoney(
    tx,
    { customerId, currency, except: [] },
    { signal: 'invoiceChanged', data: { creditNoteId: id } },
  );
}

/**
 * Takes the locks needed to take money off an invoice, when its total changes or it is cancelled: those of the
 * customers whose money was set against it, and of its own customer, so that nothing more can be allocated to it.
 */
export async function lockPayers(tx: Transaction, { creditorId }: FactContext, invoiceId: string): Promise<void> {
  const customer = { select: { customerId: true } } as const;
  await lockCustomersNamed(tx, async () => {
    const invoice = await tx.invoice.findFirst({ where: { id: invoiceId, creditorId }, ...customer });
    const given = await tx.allocation.findMany({
      where: { invoiceId, creditorId, reversedAt: null },
      select: { payment: customer, creditNote: customer },
    });
    return [invoice, ...given.map(({ payment, creditNote }) => payment ?? creditNote)].flatMap(
      (one) => one?.customerId ?? [],
    );
  });
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
