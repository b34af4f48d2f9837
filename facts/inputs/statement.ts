import { z } from 'zod';
import { uuid } from './fields.ts';

/** `POST /third-parties/{id}/statements`. */
export const statementInput = z.strictObject({
  invoice_ids: z.array(uuid).min(1).max(500),
  mode: z.enum(['email', 'letter']),
  template_id: uuid.optional(),
});
export type StatementInput = z.output<typeof statementInput>;
