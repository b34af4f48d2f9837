import { z } from 'zod';
import { bareAddress } from './mail-record.ts';

const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
// Also allows a domain without a dot, as in relance@localhost, which harms nobody here.
const ADDRESS = /^[^\s@<>",;]+@[^\s@<>"',;]+$/;
const TAG_TEXT = /^[A-Za-z0-9_-]{1,256}$/;

const mailbox = z
  .string()
  .max(998)
  .regex(ONE_LINE, 'must be on one line')
  .refine((text) => ADDRESS.test(bareAddress(text)), 'must be `email@example.com` or `Name <email@example.com>`');
const oneOrMany = z.union([mailbox.transform((one) => [one]), z.array(mailbox).max(50)]);
const base64 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text, 'must be base64')
  .transform((text) => Buffer.from(text, 'base64'));
const tagText = z.string().regex(TAG_TEXT, 'takes ASCII letters, digits, underscores and dashes, at most 256');

const attachment = z.strictObject({
  filename: z.string().min(1).max(255).regex(ONE_LINE, 'must be on one line'),
  content: base64,
  content_type: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+(;[ -~]*)?$/, 'must be a media type')
    .optional(),
  content_id: z.string().max(128).optional(),
});

/**
 * `POST /emails` of the provider's API, as far as this product uses it. Refuses whatever would leave the machine or needs
 * the provider's own data (`path` of an attachment, `template`, `scheduled_at`, `topic_id`).
 */
export const emailRequest = z
  .strictObject({
    from: mailbox,
    to: oneOrMany.refine((all) => all.length > 0, 'must name at least one recipient'),
    cc: oneOrMany.optional(),
    bcc: oneOrMany.optional(),
    reply_to: oneOrMany.optional(),
    subject: z.string().min(1).max(998).regex(ONE_LINE, 'must be on one line'),
    html: z.string().optional(),
    text: z.string().optional(),
    headers: z.record(z.string(), z.string().regex(ONE_LINE, 'must be on one line')).optional(),
    attachments: z.array(attachment).optional(),
    tags: z.array(z.strictObject({ name: tagText, value: tagText })).optional(),
  })
  .refine((email) => (email.html ?? email.text ?? '') !== '', { path: ['html'], message: 'or `text` must be given' });

export type EmailRequest = z.infer<typeof emailRequest>;
