import { z } from 'zod';
import { WRITTEN_CHANNELS } from '../../domain/ladder/step.ts';
import { uuid } from './fields.ts';

/** `POST /third-parties/{id}/statements`. */
export const statementInput = z.strictObject({
  invoice_ids: z.array(uuid).min(1).max(500),
  mode: z.enum(WRITTEN_CHANNELS),
  template_id: uuid.optional(),
});
export type StatementInput = z.output<typeof statementInput>;
