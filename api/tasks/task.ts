import { z } from 'zod';

/** A task as the API shows it. */
export const task = z.object({
  id: z.string(),
  title: z.string(),
  alert_at: z.iso.datetime(),
  customer_id: z.string().nullable(),
  invoice_id: z.string().nullable(),
  assignee_id: z.string().nullable(),
  state: z.enum(['open', 'done', 'skipped', 'cancelled']),
  comment: z.string().nullable(),
  created_at: z.iso.datetime(),
});
