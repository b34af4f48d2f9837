/** What had left and came back, or did not leave in the end, as its provider said later. */
const RETURN_CODES = [
  'hard_bounce',
  'complaint',
  'sending_failed',
  'undeliverable_letter',
  'letter_rejected',
  'sms_failed',
] as const;
export type ReturnCode = (typeof RETURN_CODES)[number];

/** Nobody knows whether a message has left: its case waits for that answer, whatever else there is to look at. */
export const UNCERTAIN_SENDING = 'ambiguous_sending';

/** The code of an invoice over which a message cannot be drawn, and of a reminder that a run cannot make. */
export const CANNOT_BE_MADE = 'cannot_be_made';

/** What Relance stops a case for until a person has looked; docs/operations.md says of each how the case goes on. */
export const ATTENTION_CODES = [
  ...RETURN_CODES,
  UNCERTAIN_SENDING,
  'no_recipient',
  'no_address',
  'unprintable_address',
  'no_phone',
  'no_template',
  'forbidden_wording',
  'consent_required',
  'one_recipient',
  'sms_too_long',
  'not_sent',
  'sent_twice',
  'unreadable',
  CANNOT_BE_MADE,
  'cannot_be_planned',
  'step_refused',
  'activity_failed',
] as const;
export type AttentionCode = (typeof ATTENTION_CODES)[number];

declare const FOREIGN: unique symbol;
/** A word that is not ours: why a provider refused a message, or with what kind of failure an activity ended. */
type ForeignCode = string & { readonly [FOREIGN]: true };
export type StopCode = AttentionCode | ForeignCode;

/** A code that was stored, or that a provider or a workflow gave: it may be one of ours or not. */
export const stopCode = (code: string): StopCode => code as StopCode;
