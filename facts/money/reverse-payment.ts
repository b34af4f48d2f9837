import type { Database, Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { ReversalInput } from '../inputs/money.ts';
import { recordHistory } from '../history.ts';
import { readInvoices } from '../invoice-row.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { tellUntold } from '../tell-untold.ts';
import { type PaymentName, type TakenPayment, takePayment } from './find-payment.ts';
import { tellFreeMoney } from './free-money.ts';
import { oweAgain } from './owe-again.ts';
import { allocationAnswer, type PaymentAnswer } from './payment-answer.ts';

/**
 * Reverses a payment that came back (rejected debit, cheque without funds): the invoices it paid owe again, and those
 * it had closed re-open; a cancelled or written-off case stays closed. The same reversal again changes nothing; another
 * one is a conflict.
 */
export async function reversePayment(
  db: Database,
  context: FactContext,
  name: PaymentName,
  input: ReversalInput,
): Promise<FactOutcome<PaymentAnswer>> {
  return storeOnce(db, (tx) => reverseWithin(tx, context, name, input));
}

/** Reverses a payment as `reversePayment` does, within a transaction of the caller. */
export async function reverseWithin(
  tx: Transaction,
  context: FactContext,
  name: PaymentName,
  input: ReversalInput,
): Promise<FactOutcome<PaymentAnswer>> {
  const payment = await takePayment(tx, context, name);
  if (payment.reversedAt !== null) return replay(tx, payment, input);
  await refuseKnownId(tx, context, payment, input);
  const day = await readBusinessDay(tx, context);
  const backCents = new Map<string, number>();
  for (const { invoiceId, amountCents } of payment.allocations)
    backCents.set(invoiceId, (backCents.get(invoiceId) ?? 0) + amountCents);
  const invoices = await readInvoices(tx, [...backCents.keys()]);
  await tx.allocation.updateMany({
    where: { paymentId: payment.id, reversedAt: null },
    data: { reversedAt: context.at },
  });
  for (const invoice of invoices)
    await oweAgain(tx, context, day, invoice, {
      amountCents: backCents.get(invoice.id)!,
      reason: input.reason,
      kind: 'payment_reversed',
    });
  await tx.payment.update({
    where: { id: payment.id },
    data: {
      unallocatedCents: 0,
      reversedAt: context.at,
      reversalExternalId: input.external_id,
      reversalReason: input.reason,
    },
  });
  const signal = 'paymentReversed' as const;
  const tellings: Telling[] = invoices.map(({ id }) => ({
    invoiceId: id,
    signal,
    data: { paymentId: payment.id, amountCents: backCents.get(id)!, currency: payment.currency },
  }));
  if (payment.unallocatedCents > 0) {
    await recordFreeMoneyGone(tx, context, payment, input.reason);
    const owner = { customerId: payment.customerId, currency: payment.currency, except: [...backCents.keys()] };
    tellings.push(...(await tellFreeMoney(tx, owner, { signal, data: { paymentId: payment.id } })));
  }
  return { answer: await reversalAnswer(tx, payment.id), tellings, replayed: false, handedOver: [] };
}

/** Records in the customer's history that the unallocated part is gone, as it was recorded when it came. */
async function recordFreeMoneyGone(tx: Transaction, context: FactContext, payment: TakenPayment, reason: string) {
  const { id: paymentId, customerId, currency, unallocatedCents } = payment;
  const data = { paymentId, amountCents: unallocatedCents, unallocatedCents, currency, reason };
  await recordHistory(tx, context, [{ customerId, kind: 'payment_reversed', data }]);
}

async function replay(
  tx: Transaction,
  payment: TakenPayment,
  input: ReversalInput,
): Promise<FactOutcome<PaymentAnswer>> {
  // The reason is gone when the customer was erased; then the id alone shows that it is the same reversal.
  const isSame = payment.reversalReason === '' || payment.reversalReason === input.reason;
  if (payment.reversalExternalId !== input.external_id || !isSame)
    throw conflict('already_reversed', 'This payment was reversed before, by another reversal.');
  const touched = [
    { allocations: { some: { paymentId: payment.id } } },
    { customerId: payment.customerId, currency: payment.currency, closedAs: null },
  ];
  const telling = { signal: 'paymentReversed', data: { paymentId: payment.id } } as const;
  const tellings = await tellUntold(tx, { OR: touched }, telling);
  return { answer: await reversalAnswer(tx, payment.id), tellings, replayed: true, handedOver: [] };
}

async function refuseKnownId(tx: Transaction, context: FactContext, payment: TakenPayment, input: ReversalInput) {
  const { creditorId } = context;
  const other = await tx.payment.findFirst({
    where: { creditorId, reversalExternalId: input.external_id, id: { not: payment.id } },
  });
  const early = await tx.earlyReversal.findFirst({ where: { creditorId, externalId: input.external_id } });
  if (other || early) throw conflict('other_content', 'Another reversal was posted under this external_id.');
}

/** The invoices that the payment had been set against, in their current state. */
async function reversalAnswer(tx: Transaction, paymentId: string): Promise<PaymentAnswer> {
  const allocations = await tx.allocation.findMany({ where: { paymentId }, orderBy: { id: 'asc' } });
  const ids = [...new Set(allocations.map(({ invoiceId }) => invoiceId))];
  const byId = new Map((await readInvoices(tx, ids)).map((row) => [row.id, row]));
  return { id: paymentId, allocations: ids.map((id) => allocationAnswer(byId.get(id)!)), unallocated_cents: 0 };
}
