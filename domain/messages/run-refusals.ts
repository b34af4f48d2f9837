/**
 * Why a run leaves an invoice out, at its start or before the reminder left, as stored and reported. For a message that
 * a provider refused, the code is the provider's own.
 */
export const RUN_REFUSALS = [
  'wrong_level',
  'held',
  'paid',
  'case_closed',
  'not_an_invoice',
  'not_found',
  'needs_attention',
  'already_on_its_way',
  'letter_to_post',
  'registered_required',
  // Found in its text or its address.
  'no_template',
  'forbidden_wording',
  'no_address',
  'no_recipient',
  'one_recipient',
  'unprintable_address',
  'consent_required',
  'cannot_be_made',
  'unreadable',
  // Happened to it, or to the run, before it left.
  'started_in_trial',
  'no_print_connector',
  'restored',
  'stopped',
  'withdrawn',
  'skipped',
  'completed',
  'not_sent',
  'cancelled',
  // The provider had taken it, and did not send it in the end.
  'sending_failed',
  'letter_rejected',
] as const;
export type RunRefusalCode = (typeof RUN_REFUSALS)[number];
