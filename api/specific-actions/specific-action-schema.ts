import { z } from 'zod';
import { action, actionCustomer } from '../actions/action-schema.ts';

/** A specific action: an action with its author's text. */
export const specificAction = action.extend({
  customer_id: z.string(),
  customer: actionCustomer,
  execute_on: z.iso.date().nullable(),
  template_id: z.string().nullable(),
  subject: z.string().nullable(),
  body_html: z.string().nullable(),
  recipients: z.array(z.string()),
});
