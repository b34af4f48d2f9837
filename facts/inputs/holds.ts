import { z } from 'zod';
import { MAX_CENTS } from '../../domain/money/cents.ts';

const reason = z.string().trim().min(1).max(500);
const comment = z.string().trim().max(2000);
const localDate = z.iso.date();
const cents = z.int().positive().max(MAX_CENTS);

export const litigationInput = z.strictObject({ reason, comment: comment.optional() });
export type LitigationInput = z.infer<typeof litigationInput>;

export const disputeInput = z.strictObject({
  reason,
  comment: comment.optional(),
  /** The part that is contested; without it, all of the invoice. */
  amount_cents: cents.optional(),
  owner_id: z.uuid().optional(),
  review_on: localDate.optional(),
});
export type DisputeInput = z.infer<typeof disputeInput>;

export const disputeResolutionInput = z.strictObject({
  outcome: z.enum(['upheld', 'rejected']),
  comment: comment.optional(),
  credit: z
    .strictObject({
      external_id: z.string().trim().min(1).max(200),
      number: z.string().trim().min(1).max(100),
      amount_cents: cents,
      issued_on: localDate,
    })
    .optional(),
});
export type DisputeResolutionInput = z.infer<typeof disputeResolutionInput>;

export const promiseInput = z.strictObject({
  amount_cents: cents,
  promised_on: localDate,
  comment: comment.optional(),
});
export type PromiseInput = z.infer<typeof promiseInput>;

export const pauseInput = z.strictObject({
  reason,
  until_on: localDate.optional(),
  cause: z.enum(['insolvency', 'overindebtedness', 'deceased', 'other']).optional(),
});
export type PauseInput = z.infer<typeof pauseInput>;

export const customerPauseInput = z.strictObject({ reason, until_on: localDate.optional() });
export type CustomerPauseInput = z.infer<typeof customerPauseInput>;
