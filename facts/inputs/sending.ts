import { z } from 'zod';
import { LETTER_KINDS, WRITTEN_CHANNELS } from '../../domain/ladder/step.ts';
import { email, level, line, localDate, paragraph, stepLevel, uuid } from './fields.ts';

/** The longest body; a person reads the letter. */
const MAX_BODY_CHARACTERS = 40_000;
/** The most recipients that Resend takes for one mail. */
const MAX_RECIPIENTS = 50;

/** What a person may write or choose for any message. */
const ownWords = {
  subject: line(200).optional(),
  body_html: paragraph(MAX_BODY_CHARACTERS).optional(),
  recipients: z.array(email).min(1).max(MAX_RECIPIENTS).optional(),
  attachments: z.array(uuid).max(10).optional(),
  /**
   * The version of the draft that was read or corrected: 409 `draft_changed` when the draft says something else by now.
   */
  draft_version: line(100).optional(),
};

/** `POST /actions/{id}/confirm`. */
export const confirmInput = z.strictObject({
  ...ownWords,
  recipient_contact_ids: z.array(uuid).min(1).max(MAX_RECIPIENTS).optional(),
  comment: paragraph(4000).optional(),
});

/** `POST /actions/letters.pdf`: the corrections of one of the letters. */
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
 * `POST /actions/{id}/complete`. `posted_on`, `registered_number`, `subject` and `body_html` are for letters only;
 * `outcome` and `call_again_on` are for calls only.
 */
export const completeInput = z.strictObject({
  comment: paragraph(4000).optional(),
  subject: ownWords.subject,
  body_html: ownWords.body_html,
  posted_on: localDate.optional(),
  /** For a letter that was taken back on that very day: true when it had been posted before. */
  already_posted: z.boolean().optional(),
  registered_number: line(50).optional(),
  outcome: z.enum(['reached', 'voicemail', 'no_answer', 'wrong_number', 'other']).optional(),
  /** For a call: the day of one more call to do. */
  call_again_on: localDate.nullish(),
});
export type CompleteInput = z.output<typeof completeInput>;

/** `POST /messages/{id}/letter-status`. */
export const letterStatusInput = z.strictObject({
  status: z.enum(['signed', 'refused', 'unclaimed', 'undeliverable']),
  /** Today when absent. */
  on: localDate.optional(),
});
export type LetterStatusInput = z.output<typeof letterStatusInput>;

/** `POST /messages/{id}/posting`. What is absent stays; null takes the number away. */
export const postingInput = z.strictObject({
  posted_on: localDate.optional(),
  registered_number: line(50).nullish(),
});
export type PostingInput = z.output<typeof postingInput>;

/** `POST /invoices/{id}/reminders`. Without a level it is an extra reminder and no step of the ladder. */
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
