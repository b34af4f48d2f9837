import { z } from 'zod';

// The routes of Resend that the product uses, written by hand from Resend's own documentation: neither the adapter nor the mailbox is
// consulted, so that the two cannot agree on a name that Resend does not know.

const mailboxes = z.union([z.string(), z.array(z.string()).min(1).max(50)]);

/** The body of `POST /emails`; Resend would silently ignore a name that it does not know. */
export const sendEmailRequest = z.strictObject({
  from: z.string(),
  to: mailboxes,
  subject: z.string(),
  cc: mailboxes.optional(),
  bcc: mailboxes.optional(),
  reply_to: mailboxes.optional(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  scheduled_at: z.string().optional(),
  attachments: z
    .array(
      z.strictObject({
        content: z.base64().optional(),
        filename: z.string().optional(),
        path: z.string().optional(),
        content_type: z.string().optional(),
        content_id: z.string().optional(),
      }),
    )
    .optional(),
  tags: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
  topic_id: z.string().optional(),
});

export const sendEmailResponse = z.strictObject({ id: z.string() });

/** Resend gives a varying number of digits after the second. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+\+00$/);
const lastEvent = z.enum([
  'bounced',
  'canceled',
  'clicked',
  'complained',
  'delivered',
  'delivery_delayed',
  'failed',
  'opened',
  'queued',
  'scheduled',
  'sent',
  'suppressed',
]);

const listedEmail = z.strictObject({
  object: z.literal('email'),
  id: z.string(),
  message_id: z.string().regex(/^<.+@.+>$/),
  to: z.array(z.string()),
  from: z.string(),
  created_at: instant,
  subject: z.string(),
  bcc: z.array(z.string()),
  cc: z.array(z.string()),
  reply_to: z.array(z.string()),
  last_event: lastEvent,
});

/** `GET /emails/{id}` */
export const email = listedEmail.extend({ html: z.string(), text: z.string() });

const listOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ object: z.literal('list'), has_more: z.boolean(), data: z.array(row) });

/** `GET /emails` */
export const listEmailsResponse = listOf(listedEmail);

const logSummary = z.strictObject({
  id: z.uuid(),
  created_at: instant,
  endpoint: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']),
  response_status: z.int(),
  user_agent: z.string().nullable(),
});

/** `GET /logs` */
export const listLogsResponse = listOf(logSummary);

/** `GET /logs/{id}` */
export const log = logSummary.extend({
  object: z.literal('log'),
  request_body: z.record(z.string(), z.unknown()).nullable(),
  response_body: z.record(z.string(), z.unknown()).nullable(),
});

/** The body of every refusal. */
export const providerError = z.strictObject({ statusCode: z.int(), name: z.string(), message: z.string() });
