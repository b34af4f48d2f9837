import { z } from 'zod';
import { foreignId, localDate, paragraph, positiveCents, uuid } from './fields.ts';

// What a person types into the Temporal UI or CLI: names in either style, numbers also as text; unknown fields are
// ignored.
const amountCents = z.coerce.number().pipe(positiveCents);
const reason = (otherwise: string) => paragraph(1000).catch(otherwise);
const comment = paragraph(4000).optional().catch(undefined);
const said = { comment };

/** The fields read from each signal. Absent days mean today; an absent currency means the invoice's. */
export const operationsInputs = {
  paymentReceived: z.object({
    amountCents,
    externalId: foreignId.optional(),
    paidOn: localDate.optional(),
    method: z.string().max(60).optional().catch(undefined),
  }),
  paymentReversed: z
    .object({ paymentExternalId: foreignId.optional(), externalId: foreignId.optional(), reason: reason('retour') })
    .refine((reversal) => reversal.paymentExternalId ?? reversal.externalId, {
      path: ['paymentExternalId'],
      message: 'is required',
    }),
  creditNoteIssued: z.object({
    amountCents,
    number: foreignId,
    externalId: foreignId.optional(),
    issuedOn: localDate.optional(),
  }),
  promiseReceived: z.object({ amountCents, promisedOn: localDate, ...said }),
  promiseWithdrawn: z.object({ promiseId: uuid.optional() }),
  litigationOpened: z.object({ reason: reason('contentieux'), ...said }),
  litigationClosed: z.object({ reason: paragraph(1000).optional().catch(undefined) }),
  disputeOpened: z.object({ reason: reason('litige'), amountCents: amountCents.optional(), ...said }),
  disputeResolved: z.object({ disputeId: uuid.optional(), outcome: z.enum(['upheld', 'rejected']), ...said }),
  pauseSet: z.object({
    reason: reason('pause'),
    untilOn: localDate.optional(),
    cause: z.enum(['insolvency', 'overindebtedness', 'deceased', 'other']).optional().catch(undefined),
  }),
  pauseLifted: z.object({}),
  invoiceChanged: z.object({}),
  messageSettled: z.object({}),
};

/** Reads the fields under `data` or beside it, in either style: `amount_cents` or `amountCents`. */
export function flattenSignal(message: unknown): Record<string, unknown> {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return {};
  const { data, ...beside } = message as Record<string, unknown>;
  const all = { ...(typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {}), ...beside };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
