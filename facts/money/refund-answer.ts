import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';

export type RefundRow = NonNullable<Awaited<ReturnType<Transaction['refund']['findFirst']>>>;

/** Money that was paid back to the customer. */
export const refundBody = (row: RefundRow) => ({
  id: row.id,
  external_id: row.externalId,
  amount_cents: row.amountCents,
  paid_on: fromDateColumn(row.paidOn),
  reason: row.reason,
  cancelled: row.cancelledAt && { at: row.cancelledAt.toISOString(), reason: row.cancelledReason ?? '' },
});

/** What posting or cancelling a refund answers: with what is left to allocate of what it was paid out of, integer cents. */
export const refundAnswer = (row: RefundRow, unallocatedCents: number) => ({
  ...refundBody(row),
  unallocated_cents: unallocatedCents,
});
export type RefundAnswer = ReturnType<typeof refundAnswer>;
