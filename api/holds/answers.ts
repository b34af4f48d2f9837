import { z } from 'zod';
import type { FactOutcome, HandedOver } from '../../facts/outcome.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { type Answer, noContent } from '../frame/answer.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { carryOutFact } from '../frame/fact-answer.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

/** Messages that had already been handed to the provider when the fact was stored; usually empty. */
export const handedOver = z.array(z.object({ message_id: z.string(), invoice_number: z.string() }));

const hold = { id: z.string(), kind: z.string(), since_at: instant, ended_at: instant.nullable() };

export const litigation = z.object({
  ...hold,
  invoice_id: z.string().nullable(),
  reason: z.string(),
  comment: z.string().nullable(),
});

export const pause = z.object({
  ...hold,
  customer_id: z.string(),
  invoice_id: z.string().nullable(),
  reason: z.string(),
  cause: z.string().nullable(),
  since_on: day
    .nullable()
    .meta({ description: 'For insolvency proceedings: the day of the judgment, if it was given.' }),
  until_on: day.nullable(),
});

/** How a promise is proved. */
export const evidence = z.object({ kind: z.enum(['written', 'oral']), received_on: day.nullable() }).nullable();

export const promise = z.object({
  ...hold,
  invoice_id: z.string().nullable(),
  amount_cents: z.int(),
  promised_on: day.nullable(),
  comment: z.string().nullable(),
  evidence,
  state: z.string(),
});

/** A promise as it stands now, with the amount that has not been paid yet. */
export const promiseNow = promise.extend({
  missing_cents: z.int().nullable().meta({
    description: 'The part of the promised amount that has not been paid yet; null once the promise is over.',
  }),
});

export const dispute = z.object({
  ...hold,
  invoice_id: z.string().nullable(),
  reason: z.string(),
  comment: z.string().nullable(),
  disputed_cents: z.int().nullable(),
  awaiting_credit: z.boolean(),
  owner_id: z.string().nullable(),
  review_on: day.nullable(),
  state: z.string(),
});

export const disputeParams = z.strictObject({ id: uuid, did: uuid });
export const promiseParams = z.strictObject({ id: uuid, pid: uuid });

/** The answer of a stored fact that stops reminders. */
export const withHandedOver = <Stored extends object>(answer: Stored, messages: HandedOver[]) => ({
  ...answer,
  handed_over: messages,
});

/** Tells the workflows that a hold has ended, then answers 204. */
export async function answerEnded(request: EndpointRequest, outcome: FactOutcome<null>): Promise<Answer> {
  await carryOutFact(request, outcome);
  return noContent();
}
