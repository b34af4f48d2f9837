import type { Database } from '../../prisma/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { readHandedOver } from '../handed-over.ts';
import type { AllocationInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { type InvoiceRow, readInvoices } from '../invoice-row.ts';
import { caseClosed, conflict, invalid } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { allocateInOrder } from './allocate-in-order.ts';
import { findDebts } from './find-debts.ts';
import { type PaymentName, takePayment } from './find-payment.ts';
import { tellFreeMoney } from './free-money.ts';
import { isAllocated } from './is-allocated.ts';
import { allocationAnswer, type PaymentAnswer } from './payment-answer.ts';

/**
 * Sets what is left of a payment against an invoice, up to its balance. Returns the payment afterwards. A repeat with
 * the same `requestKey` takes nothing more.
 */
export async function allocatePayment(
  db: Database,
  context: FactContext,
  name: PaymentName,
  input: AllocationInput,
  requestKey: string | null = null,
): Promise<FactOutcome<PaymentAnswer>> {
  return db.$transaction(async (tx) => {
    const payment = await takePayment(tx, context, name, input.invoice_number);
    const { currency } = payment;
    const named = [{ pointer: '/invoice_number', number: input.invoice_number }];
    const debt = (await findDebts(tx, context, named, currency)).get(input.invoice_number)!;
    if (await isAllocated(tx, context, requestKey)) {
      const telling = { signal: 'paymentReceived', data: { paymentId: payment.id } } as const;
      const tellings = await tellUntold(tx, { OR: [{ id: debt.id }, ownedBy(payment)] }, telling);
      const [row] = await readInvoices(tx, [debt.id]);
      return { answer: answerOf(payment, row!), tellings, replayed: true, handedOver: [] };
    }
    if (payment.reversedAt !== null) throw conflict('already_reversed', 'This payment was reversed.');
    if (input.amount_cents > payment.unallocatedCents) {
      const detail = `Only ${String(payment.unallocatedCents)} cents of this payment are not allocated.`;
      throw invalid('more_than_unallocated', '/amount_cents', detail, 'Allocate no more than that.');
    }
    const day = await readBusinessDay(tx, context);
    const handedOver = await readHandedOver(tx, [debt.id]);
    const said = { externalId: payment.externalId, paidOn: fromDateColumn(payment.paidOn) };
    const { rows, takenCents } = await allocateInOrder(tx, context, day, {
      freeCents: input.amount_cents,
      asked: [{ invoiceId: debt.id, amountCents: input.amount_cents }],
      source: { paymentId: payment.id, said, requestKey },
    });
    const amountCents = takenCents.get(debt.id);
    if (amountCents === undefined) throw caseClosed();
    const unallocatedCents = payment.unallocatedCents - amountCents;
    await tx.payment.update({ where: { id: payment.id }, data: { unallocatedCents } });
    const signal = 'paymentReceived' as const;
    const data = { paymentId: payment.id, amountCents, balanceCents: rows.get(debt.id)!.balanceCents, currency };
    const owner = { customerId: payment.customerId, currency, except: [debt.id] };
    const others = await tellFreeMoney(tx, owner, { signal, data: { paymentId: payment.id, unallocatedCents } });
    const answer = answerOf({ ...payment, unallocatedCents }, rows.get(debt.id)!);
    return { answer, tellings: [{ invoiceId: debt.id, signal, data }, ...others], replayed: false, handedOver };
  });
}

const answerOf = (payment: { id: string; unallocatedCents: number }, debt: InvoiceRow): PaymentAnswer => ({
  id: payment.id,
  allocations: [allocationAnswer(debt)],
  unallocated_cents: payment.unallocatedCents,
});

/** The open invoices whose plans depend on the payment's free money. */
const ownedBy = ({ customerId, currency }: { customerId: string; currency: string }) => ({
  ...{ customerId, currency },
  closedAs: null,
});
