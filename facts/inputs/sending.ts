import { z } from 'zod';
import { LETTER_KINDS, WRITTEN_CHANNELS } from '../../domain/ladder/step.ts';
import { email, level, line, localDate, paragraph, stepLevel, uuid } from './fields.ts';

/** More is cut when it is read: a letter is read by a person. */
const MAX_BODY_CHARACTERS = 40_000;
/** What Resend takes at most for one mail. */
const MAX_RECIPIENTS = 50;

/** What a person may write or choose himself, of any message. */
const ownWords = {
  subject: line(200).optional(),
  body_html: paragraph(MAX_BODY_CHARACTERS).optional(),
  recipients: z.array(email).min(1).max(MAX_RECIPIENTS).optional(),
  attachments: z.array(uuid).max(10).optional(),
  /** Of the draft that was read, or corrected: 409 `draft_changed` when it says something else by now. */
  draft_version: line(100).optional(),
};

/** `POST /actions/{id}/confirm`. */
export const confirmInput = z.strictObject({
  ...ownWords,
  recipient_contact_ids: z.array(uuid).min(1).max(MAX_RECIPIENTS).optional(),
  comment: paragraph(4000).optional(),
});

/** `POST /actions/letters.pdf`: what was corrected of one of its letters. */
export const letterEdits = z.strictObject({
  id: uuid,
  subject: ownWords.subject,
  body_html: ownWords.body_html,
  draft_version: ownWords.draft_version,
});
export type LetterEdits = z.output<typeof letterEdits>;

/** `POST /actions/{id}/skip`. */
export const skipInput = z.strictObject({ reason: paragraph(1000) });

/** `POST /actions/{id}/postpone`. */
export const postponeInput = z.strictObject({ until_on: localDate, reason: paragraph(1000) });

/** `PUT /invoices/{id}/level`. */
export const levelInput = z.strictObject({ level, reason: paragraph(1000) });

/**
 * `POST /actions/{id}/complete`. `posted_on` and `registered_number` are a letter's, as are the words in which it was posted;
 * `outcome` and `call_again_on` a call's.
 */
export const completeInput = z.strictObject({
  comment: paragraph(4000).optional(),
  subject: ownWords.subject,
  body_html: ownWords.body_html,
  posted_on: localDate.optional(),
  /** Of a letter that was taken back on that very day: it was posted before. */
  already_posted: z.boolean().optional(),
  registered_number: line(50).optional(),
  outcome: z.enum(['reached', 'voicemail', 'no_answer', 'wrong_number', 'other']).optional(),
  /** Of a call: one more to do on that day. */
  call_again_on: localDate.nullish(),
});
export type CompleteInput = z.output<typeof completeInput>;

/** `POST /messages/{id}/letter-status`. */
export const letterStatusInput = z.strictObject({
  status: z.enum(['signed', 'refused', 'unclaimed', 'undeliverable']),
  /** Today, when it is left out. */
  on: localDate.optional(),
});
export type LetterStatusInput = z.output<typeof letterStatusInput>;

/** `POST /invoices/{id}/reminders`. Without a level it is an extra, no step of the ladder. */
export const reminderInput = z.strictObject({
  level: stepLevel.optional(),
  mode: z.enum(WRITTEN_CHANNELS),
  letter_kind: z.enum(LETTER_KINDS).optional(),
  template_id: uuid.optional(),
  ...ownWords,
  override_reason: paragraph(1000).optional(),
});
export type ReminderInput = z.output<typeof reminderInput>;

/** `POST /messages/{id}/resolve`. */
export const resolveInput = z.strictObject({ outcome: z.enum(['sent', 'not_sent']), comment: paragraph(4000) });
export type ResolveInput = z.output<typeof resolveInput>;
