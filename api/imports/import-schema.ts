import { z } from 'zod';

const rows = z.array(z.object({ line: z.int(), code: z.string(), detail: z.string() }));

/** An import in a list; `importWithRefusals` lists each refused row. */
export const importView = z.object({
  id: z.string(),
  kind: z.enum(['customers', 'invoices', 'payments', 'third_parties']),
  file_name: z.string().nullable(),
  status: z.enum(['running', 'done']),
  total: z.int(),
  accepted: z.int(),
  refused_count: z.int(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  created_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
});

export const importWithRefusals = importView.extend({
  refused: rows,
  warnings: rows.meta({
    description:
      'Rows that were taken, and that a person should look at. `due_beyond_legal_term`: the due date of a professional is later than ' +
      'the law allows; `perhaps_known`: before this import, the customer had a payment of the same amount under another id, at most three days away.',
  }),
});
