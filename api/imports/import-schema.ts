import { z } from 'zod';

/** An import in a list; `importWithRefusals` has the rows that were refused, one by one. */
export const importView = z.object({
  id: z.string(),
  kind: z.enum(['customers', 'invoices', 'payments']),
  status: z.enum(['running', 'done']),
  total: z.int(),
  accepted: z.int(),
  refused_count: z.int(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  created_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
});

export const importWithRefusals = importView.extend({
  refused: z.array(z.object({ line: z.int(), code: z.string(), detail: z.string() })),
});
