/** Why a message was cancelled before it left, as stored with the message and in the history of its cases. */
export const CANCEL_REASONS = [
  'closed',
  'held',
  'balance_changed',
  'contact_changed',
  'invoice_changed',
  'withdrawn',
  'skipped',
  'completed',
  'replanned',
  'outside_send_hours',
  'made_on_another_day',
  'company_changed',
  'account_changed',
  'one_cannot_be_made',
  'made_anew',
  'left_after_all',
  'restored',
  'run_stopped',
  'not_sent',
  'closed_paid',
  'closed_cancelled',
  'closed_written_off',
  'held_litigation',
  'held_dispute',
  'held_promise',
  'held_pause',
  'held_customer_pause',
  'held_specific_action',
  // For a statement, because of one of its files.
  'paid',
  'case_closed',
  'credit_note',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

const isCancelReason = (code: string): code is CancelReason => (CANCEL_REASONS as readonly string[]).includes(code);

/** A stored reason in words; an unknown reason is returned unchanged. */
export const reasonInWords = (
  words: Readonly<Record<CancelReason, string>>,
  reason: string | undefined,
): string | undefined => (reason !== undefined && isCancelReason(reason) ? words[reason] : reason);
