import { z } from 'zod';
import { line, uuid } from './fields.ts';

const alertAt = z.iso
  .datetime({ offset: true })
  .refine((at) => at >= '1900' && at < '2200', 'must lie between 1900 and 2200');

/** `POST /tasks`: about an invoice, a customer or nobody. */
export const taskInput = z.strictObject({
  title: line(200),
  alert_at: alertAt,
  invoice_id: uuid.nullish(),
  customer_id: uuid.nullish(),
  assignee_id: uuid.nullish(),
});
export type TaskInput = z.output<typeof taskInput>;

/** `PATCH /tasks/{id}`: what is absent stays. */
export const taskChange = z.strictObject({
  title: line(200).optional(),
  alert_at: alertAt.optional(),
  assignee_id: uuid.nullable().optional(),
});
export type TaskChange = z.output<typeof taskChange>;
