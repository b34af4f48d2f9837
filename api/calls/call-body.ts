import { z } from 'zod';

/** A call as the API answers it. */
export const call = z.object({
  id: z.uuid(),
  customer_id: z.uuid(),
  invoice_ids: z.array(z.uuid()),
  called_at: z.iso.datetime(),
  outcome: z.enum(['reached', 'voicemail', 'no_answer', 'wrong_number', 'other']),
  comment: z.string().nullable(),
  call_again_on: z.iso.date().nullable().meta({ description: 'With it a call to do on that day was made.' }),
});
