import { z } from 'zod';
import { localDate, paragraph, positiveCents, uuid } from './fields.ts';
import { creditInput } from './money.ts';

const reason = paragraph(1000);
/** Optional; an empty comment counts as none. */
const comment = z.union([paragraph(4000), z.literal('')]).nullish();

/** `PUT /invoices/{id}/litigation`. */
export const litigationInput = z.strictObject({ reason, comment });
export type LitigationInput = z.output<typeof litigationInput>;

/** `POST /invoices/{id}/disputes`. `amount_cents`: the disputed part; without it, the whole invoice. */
export const disputeInput = z.strictObject({
  reason,
  comment,
  amount_cents: positiveCents.nullish(),
  owner_id: uuid.nullish(),
  review_on: localDate.nullish(),
});
export type DisputeInput = z.output<typeof disputeInput>;

/** `POST /invoices/{id}/disputes/{did}/resolve`. */
export const disputeResolutionInput = z.strictObject({
  outcome: z.enum(['upheld', 'rejected']),
  comment,
  credit: creditInput.nullish(),
});
export type DisputeResolutionInput = z.output<typeof disputeResolutionInput>;

/**
 * `POST /invoices/{id}/promises`. `evidence`: how the promise was made, and the day on which it came (today by
 * default). A written one restarts the limitation period, an oral one proves nothing.
 */
export const promiseInput = z.strictObject({
  amount_cents: positiveCents,
  promised_on: localDate,
  comment,
  evidence: z.strictObject({ kind: z.enum(['written', 'oral']), received_on: localDate.optional() }).nullish(),
});
export type PromiseInput = z.output<typeof promiseInput>;

/**
 * `PUT /invoices/{id}/pause`, `POST /customers/{id}/pause`. `until_on` is the last day; without it a person ends the
 * pause. `since_on`: with the cause `insolvency`, the day of the judgment, which is not in the future.
 */
export const pauseInput = z.strictObject({
  reason,
  until_on: localDate.nullish(),
  cause: z.enum(['insolvency', 'overindebtedness', 'deceased', 'other']).nullish(),
  since_on: localDate.nullish(),
});
export type PauseInput = z.output<typeof pauseInput>;
