/**
 * Why a run leaves an invoice out, when it is asked or before its reminder left, as it is stored and told. What a provider did not take
 * has the provider's own code.
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
  'registered_required',
  // What is found of its text or its address.
  'no_template',
  'forbidden_wording',
  'no_address',
  'no_recipient',
  'one_recipient',
  'unprintable_address',
  'consent_required',
  'cannot_be_made',
  'unreadable',
  // What became of it, or of the run, before it left.
  'started_in_trial',
  'no_print_connector',
  'restored',
  'stopped',
  'withdrawn',
  'skipped',
  'completed',
  'not_sent',
  'cancelled',
  // What its provider had taken, and did not send in the end.
  'sending_failed',
  'letter_rejected',
] as const;
export type RunRefusalCode = (typeof RUN_REFUSALS)[number];
