import { z } from 'zod';

/** Money that was paid back to the customer. */
export const refund = z
  .object({
    id: z.string(),
    external_id: z.string(),
    amount_cents: z.int(),
    paid_on: z.iso.date(),
    reason: z.string().nullable(),
    cancelled: z
      .object({ at: z.iso.datetime(), reason: z.string() })
      .nullable()
      .meta({ description: 'True when the refund was cancelled: it did not take place.' }),
  })
  .meta({ id: 'Refund' });

/** The answer of posting or cancelling a refund. */
export const refundAnswer = refund
  .extend({
    unallocated_cents: z
      .int()
      .meta({ description: 'What is left to allocate of the payment or credit note that was refunded.' }),
  })
  .meta({ id: 'RecordedRefund' });
