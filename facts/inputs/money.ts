import { z } from 'zod';
import { currency, foreignId, line, localDate, paragraph, positiveCents } from './fields.ts';

/** The most invoices one payment may name: all are closed in one transaction, which keeps the customer locked. */
const MOST_ALLOCATIONS = 200;
const TOO_MANY = `names more than ${MOST_ALLOCATIONS} invoices: leave out those beyond, and allocate to each what is left`;

const allocation = z.strictObject({ invoice_number: foreignId, amount_cents: positiveCents });

/** `POST /payments`. */
export const paymentInput = z
  .strictObject({
    external_id: foreignId,
    amount_cents: positiveCents,
    currency,
    paid_on: localDate,
    method: line(60).nullish(),
    customer_reference: foreignId.nullish(),
    allocations: z.array(allocation).max(MOST_ALLOCATIONS, TOO_MANY).default([]),
  })
  .superRefine((payment, refusal) => {
    const refuse = (field: string, message: string) =>
      refusal.addIssue({ code: 'custom', path: [field], message, input: payment });
    if (payment.allocations.length === 0 && !payment.customer_reference)
      refuse('customer_reference', 'is required when nothing is allocated');
    const allocatedCents = payment.allocations.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
    if (allocatedCents > payment.amount_cents) refuse('allocations', 'must not add up to more than amount_cents');
  });
export type PaymentInput = z.output<typeof paymentInput>;

/** `POST /payments/{external_id}/allocations` and `POST /invoices/{credit_note_id}/allocations`. */
export const allocationInput = allocation;
export type AllocationInput = z.output<typeof allocationInput>;

/** `POST /payments/{external_id}/allocations/reversal` and `POST /invoices/{credit_note_id}/allocations/reversal`. */
export const allocationReversalInput = z.strictObject({ invoice_number: foreignId, reason: paragraph(1000) });
export type AllocationReversalInput = z.output<typeof allocationReversalInput>;

/** `POST /payments/{external_id}/refunds` and `POST /invoices/{credit_note_id}/refunds`. */
export const refundInput = z.strictObject({
  external_id: foreignId,
  amount_cents: positiveCents,
  paid_on: localDate,
  reason: paragraph(1000).nullish(),
});
export type RefundInput = z.output<typeof refundInput>;

/** `POST /payments/{external_id}/reversal`. */
export const reversalInput = z.strictObject({ external_id: foreignId, reason: paragraph(1000) });
export type ReversalInput = z.output<typeof reversalInput>;

/** `POST /invoices/{id}/credits`. */
export const creditInput = z.strictObject({
  external_id: foreignId,
  amount_cents: positiveCents,
  issued_on: localDate,
  number: foreignId,
});
export type CreditInput = z.output<typeof creditInput>;
