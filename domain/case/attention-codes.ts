/** Codes of messages that were sent and came back, or that in the end were not sent, as the provider reported later. */
const RETURN_CODES = [
  'hard_bounce',
  'complaint',
  'sending_failed',
  'undeliverable_letter',
  'letter_rejected',
  'sms_failed',
] as const;
export type ReturnCode = (typeof RETURN_CODES)[number];

/** Nobody knows whether a message has left. The case waits for that answer before any other task counts. */
export const UNCERTAIN_SENDING = 'ambiguous_sending';

/** For an invoice because of which a message cannot be drawn, and for a reminder that a run cannot make. */
export const CANNOT_BE_MADE = 'cannot_be_made';

/**
 * Codes for which Relance stops a case until a person has looked; docs/operations.md says for each how the case goes
 * on.
 */
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
/** A code from outside: why a provider refused a message, or the type of an activity's failure. */
type ForeignCode = string & { readonly [FOREIGN]: true };
export type StopCode = AttentionCode | ForeignCode;

/** Types a code that was stored, or that a provider or a workflow gave; it may be one of ours or not. */
export const stopCode = (code: string): StopCode => code as StopCode;
