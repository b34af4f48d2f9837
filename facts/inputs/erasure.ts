import { z } from 'zod';
import { paragraph } from './fields.ts';

/** `POST /customers/{id}/erasure`. */
export const erasureInput = z.strictObject({
  reason: paragraph(1000),
  replace_reference: z.boolean().default(false).meta({
    description:
      'Whether to erase the reference too, because it contains a name or an address. The customer’s id replaces it.',
  }),
});
export type ErasureInput = z.output<typeof erasureInput>;
