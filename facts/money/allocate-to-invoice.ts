import { v7 as uuidv7 } from 'uuid';
import type { Taking } from '../../domain/money/allocate.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { closeCase } from '../close-case.ts';
import { recordHistory } from '../history.ts';
import type { InvoiceRow } from '../invoice-row.ts';
import type { FactContext } from '../outcome.ts';
import { endAwaitedDisputes } from './end-awaited-disputes.ts';
import { settleStandingPromises } from './settle-standing-promises.ts';

/** Where the money comes from, and what history says about it. */
export type MoneySource = (
  | { paymentId: string; said: { externalId: string; paidOn: string; method?: string | undefined } }
  | { creditNoteId: string; said: { creditNoteNumber: string } }
) & {
  /** The key by which a repeat of the request finds the allocation. */
  requestKey?: string | null;
};

/**
 * Sets an amount against an open invoice: writes the allocation and the new balance, keeps promises, ends the disputes
 * that waited for a credit, and closes the case when no more than the tolerance remains. Returns the row afterwards.
 */
export async function allocateToInvoice(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  invoice: InvoiceRow,
  taking: Pick<Taking, 'takenCents' | 'balanceCents' | 'closes'>,
  source: MoneySource,
): Promise<InvoiceRow> {
  const { takenCents, balanceCents, closes } = taking;
  const isPayment = 'paymentId' in source;
  await tx.allocation.createMany({
    data: {
      id: uuidv7(),
      creditorId: context.creditorId,
      invoiceId: invoice.id,
      amountCents: takenCents,
      allocatedAt: context.at,
      requestKey: source.requestKey ?? null,
      ...(isPayment ? { paymentId: source.paymentId } : { creditNoteId: source.creditNoteId }),
    },
  });
  const row = await tx.invoice.update({
    where: { id: invoice.id },
    data: {
      balanceCents,
      [isPayment ? 'paidCents' : 'creditedCents']: { increment: takenCents },
      version: { increment: 1 },
    },
  });
  const about = { customerId: invoice.customerId, invoiceId: invoice.id };
  const sums = { amountCents: takenCents, balanceCents, currency: invoice.currency };
  await recordHistory(tx, context, [
    isPayment
      ? { ...about, kind: 'paid', data: { ...sums, ...source.said } }
      : { ...about, kind: 'credited', data: { ...sums, ...source.said } },
  ]);
  await settleStandingPromises(tx, context, day, row);
  if (!isPayment) await endAwaitedDisputes(tx, context, day, row);
  if (closes) {
    await closeCase(tx, context, invoice.id, { closedAs: 'paid', reason: null });
    await recordHistory(tx, context, [
      { ...about, kind: 'closed', data: { closedAs: 'paid', balanceCents, currency: invoice.currency } },
    ]);
  }
  return tx.invoice.findUniqueOrThrow({ where: { id: invoice.id } });
}
