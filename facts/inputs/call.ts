import { z } from 'zod';
import { instant, localDate, paragraph, uuid } from './fields.ts';

const call = {
  /** Now when absent. */
  called_at: instant.optional(),
  outcome: z.enum(['reached', 'voicemail', 'no_answer', 'wrong_number', 'other']),
  comment: paragraph(2000).nullish(),
  /** A call to do on that day is created too. */
  call_again_on: localDate.nullish(),
};

const invoiceIds = z
  .array(uuid)
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, 'must not name an invoice twice');

/** `POST /invoices/{id}/calls`. */
export const callInput = z.strictObject(call);
export type CallInput = z.output<typeof callInput>;

/** `POST /customers/{id}/calls`. */
export const customerCallInput = z.strictObject({ ...call, invoice_ids: invoiceIds.default([]) });

/** `POST /notes`. */
export const noteInput = z.strictObject({
  customer_id: uuid,
  invoice_ids: invoiceIds.default([]),
  text: paragraph(4000),
});
export type NoteInput = z.output<typeof noteInput>;
