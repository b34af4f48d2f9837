import { z } from 'zod';
import { shownId } from '../frame/fields.ts';

/** A call as the API shows it. */
export const call = z.object({
  id: shownId,
  customer_id: shownId,
  invoice_ids: z.array(shownId),
  called_at: z.iso.datetime(),
  outcome: z.enum(['reached', 'voicemail', 'no_answer', 'wrong_number', 'other']),
  comment: z.string().nullable(),
  call_again_on: z.iso
    .date()
    .nullable()
    .meta({ description: 'The day of the next call, if one was planned with this call.' }),
});
