import { z } from 'zod';
import { instant, line, uuid } from './fields.ts';

/** `POST /tasks`: about an invoice, a customer or nobody. */
export const taskInput = z.strictObject({
  title: line(200),
  alert_at: instant,
  invoice_id: uuid.nullish(),
  customer_id: uuid.nullish(),
  assignee_id: uuid.nullish(),
});
export type TaskInput = z.output<typeof taskInput>;

/** `PATCH /tasks/{id}`: absent fields stay. */
export const taskChange = z.strictObject({
  title: line(200).optional(),
  alert_at: instant.optional(),
  assignee_id: uuid.nullable().optional(),
});
export type TaskChange = z.output<typeof taskChange>;
