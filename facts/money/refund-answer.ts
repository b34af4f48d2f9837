import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';

export type RefundRow = NonNullable<Awaited<ReturnType<Transaction['refund']['findFirst']>>>;

/** A refund in the API's form. */
export const refundBody = (row: RefundRow) => ({
  id: row.id,
  external_id: row.externalId,
  amount_cents: row.amountCents,
  paid_on: fromDateColumn(row.paidOn),
  reason: row.reason,
  cancelled: row.cancelledAt && { at: row.cancelledAt.toISOString(), reason: row.cancelledReason ?? '' },
});

/**
 * The answer to posting or cancelling a refund, with what is left to allocate of its payment or credit note, in integer
 * cents.
 */
export const refundAnswer = (row: RefundRow, unallocatedCents: number) => ({
  ...refundBody(row),
  unallocated_cents: unallocatedCents,
});
export type RefundAnswer = ReturnType<typeof refundAnswer>;
