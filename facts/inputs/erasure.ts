import { z } from 'zod';
import { paragraph } from './fields.ts';

/** `POST /customers/{id}/erasure`. */
export const erasureInput = z.strictObject({
  reason: paragraph(1000),
  replace_reference: z.boolean().default(false).meta({
    description: 'Whether the reference goes too, because it holds a name or an address; our own id takes its place.',
  }),
});
export type ErasureInput = z.output<typeof erasureInput>;
