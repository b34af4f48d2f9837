import type { Database } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import type { AllocationReversalInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { conflict } from '../refused.ts';
import { tellUntold } from '../tell-untold.ts';
import { findDebts } from './find-debts.ts';
import { type PaymentName, takePayment } from './find-payment.ts';
import { tellFreeMoney } from './free-money.ts';
import { allocationAnswer, type PaymentAnswer } from './payment-answer.ts';
import { takeOffInvoice } from './take-off-invoice.ts';

/**
 * Takes a payment off an invoice that it was set against by mistake: it is the payer's unallocated money, and the
 * invoice owes it again. Repeating it changes nothing. Returns the payment afterwards.
 */
export async function takePaymentOffInvoice(
  db: Database,
  context: FactContext,
  name: PaymentName,
  input: AllocationReversalInput,
): Promise<FactOutcome<PaymentAnswer>> {
  return db.$transaction(async (tx) => {
    const payment = await takePayment(tx, context, name, input.invoice_number);
    if (payment.reversedAt !== null) throw conflict('already_reversed', 'This payment was reversed.');
    const { id: paymentId, customerId, currency } = payment;
    const named = [{ pointer: '/invoice_number', number: input.invoice_number }];
    const { id: invoiceId } = (await findDebts(tx, context, named, currency)).get(input.invoice_number)!;
    const back = { reason: input.reason, said: { externalId: payment.externalId } };
    const { invoice, amountCents } = await takeOffInvoice(tx, context, { paymentId, invoiceId }, back);
    const unallocatedCents = payment.unallocatedCents + amountCents;
    const answer = { id: paymentId, allocations: [allocationAnswer(invoice)], unallocated_cents: unallocatedCents };
    const signal = 'paymentReversed' as const;
    const data = { paymentId, amountCents, currency };
    if (amountCents === 0) {
      const where = { OR: [{ id: invoiceId }, { customerId, currency, closedAs: null }] };
      return { answer, tellings: await tellUntold(tx, where, { signal, data }), replayed: true, handedOver: [] };
    }
    await tx.payment.update({ where: { id: paymentId }, data: { unallocatedCents } });
    // The debtor's history has the invoice's line; another payer gets a line of their own.
    const said = { ...data, unallocatedCents, invoiceNumber: invoice.number, reason: input.reason };
    if (customerId !== invoice.customerId)
      await recordHistory(tx, context, [{ customerId, kind: 'allocation_reversed', data: said }]);
    const others = await tellFreeMoney(tx, { customerId, currency, except: [invoiceId] }, { signal, data });
    return { answer, tellings: [{ invoiceId, signal, data }, ...others], replayed: false, handedOver: [] };
  });
}
