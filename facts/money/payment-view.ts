import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { namedPayment, type PaymentName } from './find-payment.ts';
import { allocationAnswer } from './payment-answer.ts';
import { refundBody } from './refund-answer.ts';

/** The relations that are needed to show a payment. */
export const shownWithPayment = {
  customer: { select: { id: true, name: true, reference: true, erasedAt: true } },
  refunds: { orderBy: { id: 'asc' } },
  allocations: { where: { reversedAt: null }, orderBy: { id: 'asc' }, include: { invoice: true } },
} as const satisfies Prisma.PaymentInclude;

type ShownPayment = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

const findPayment = async (db: Database, name: PaymentName) =>
  db.payment.findFirst({ where: await namedPayment(db, name), include: shownWithPayment });

/** A payment with its allocations; null when there is none of that name. */
export async function readPayment(db: Database, name: PaymentName) {
  const payment = await findPayment(db, name);
  return payment && paymentBody(payment);
}

export const paymentBody = (payment: ShownPayment) => ({
  id: payment.id,
  external_id: payment.externalId,
  customer_reference: payment.customer.reference,
  amount_cents: payment.amountCents,
  currency: payment.currency,
  paid_on: fromDateColumn(payment.paidOn),
  method: payment.method,
  allocations: payment.allocations.map(({ amountCents, invoice }) => ({
    ...allocationAnswer(invoice),
    invoice_id: invoice.id,
    amount_cents: amountCents,
  })),
  unallocated_cents: payment.unallocatedCents,
  refunds: payment.refunds.map(refundBody),
  received_at: payment.receivedAt.toISOString(),
  reversal: payment.reversedAt && {
    external_id: payment.reversalExternalId ?? '',
    reason: payment.reversalReason ?? '',
    reversed_at: payment.reversedAt.toISOString(),
  },
});
