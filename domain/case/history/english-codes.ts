import type { CancelReason } from '../../messages/cancel-reasons.ts';

type Codes = Readonly<Record<string, string>>;

export const MODES: Codes = { automatic: 'sent automatically', to_confirm: 'to be confirmed', manual: 'by hand' };

export const LETTER_STATUSES: Codes = {
  printed: 'printed by the provider',
  deposited: 'handed to the post',
  first_presented: 'presented to the recipient, a notice was left',
  awaiting_signature: 'awaiting signature',
  delivered: 'delivered to the recipient',
  signed: 'signed by the recipient',
  refused: 'refused by the recipient',
  unclaimed: 'not claimed by the recipient, a notice was left',
  undeliverable: 'undeliverable',
  failed: 'refused by the provider',
};

export const CLOSED: Codes = { paid: 'settled', cancelled: 'cancelled', written_off: 'written off' };

/** What happened to a statement that was not simply sent. */
export const STATEMENT_FATES: Codes = {
  failed: 'not sent, addressed',
  cancelled: 'cancelled, addressed',
  ambiguous: 'perhaps sent',
  returned: 'came back, addressed',
};

export const CALLS: Codes = {
  reached: 'reached',
  voicemail: 'message left',
  no_answer: 'no answer',
  wrong_number: 'wrong number',
  other: 'other outcome',
};

export const CAUSES: Codes = {
  insolvency: 'insolvency proceedings',
  overindebtedness: 'over-indebtedness',
  deceased: 'death',
};

export const STATUSES: Codes = {
  dispute: 'dispute',
  promise: 'promise to pay',
  litigation: 'litigation',
  none: 'no change of status',
};

/** What stopped a case when it was paid, and stops it again once the money was taken back. */
export const RESUMED: Codes = {
  litigation: 'the case is in litigation again',
  dispute: 'the dispute is open again',
  pause: 'reminders are paused again',
};

/** Why a message was cancelled before it left. */
export const WHY_CANCELLED: Readonly<Record<CancelReason, string>> = {
  closed: 'the case is closed',
  held: 'reminders were put on hold',
  balance_changed: 'the balance changed',
  contact_changed: 'the contact changed',
  replanned: 'the step was planned again',
  skipped: 'the step was skipped',
  completed: 'the step was done otherwise',
  withdrawn: 'the step was taken back',
  outside_send_hours: 'the send hour was past',
  made_on_another_day: 'it was dated of another day',
  run_stopped: 'the run was stopped',
  company_changed: 'the company’s details or account changed',
  account_changed: 'another item of the account, of which it speaks, changed',
  one_cannot_be_made: 'one invoice of the message cannot be drawn',
  made_anew: 'it was made anew with the day’s date',
  left_after_all: 'the one before had left',
  restored: 'the database was restored from a backup, and it may have left since',
  not_sent: 'it did not leave',
  closed_paid: 'the invoice is settled',
  closed_cancelled: 'the case is cancelled',
  closed_written_off: 'the debt is written off',
  held_litigation: 'the invoice is in litigation',
  held_dispute: 'the customer disputes the invoice',
  held_promise: 'a payment is promised',
  held_pause: 'the invoice’s reminders are paused',
  held_customer_pause: 'the customer’s reminders are paused',
  held_specific_action: 'a specific action is under way',
  invoice_changed: 'the invoice changed since the message was made',
  paid: 'one of its files is settled',
  case_closed: 'one of its files is closed',
  credit_note: 'one of its files is a credit note',
};

export const FIELDS: Codes = {
  due_on: 'due date',
  total_cents: 'amount',
  case_file: 'references of the case',
  reference: 'case reference',
  mission: 'mission',
  report_status: 'state of the report',
  invoice_status: 'state of the invoice',
  referrer_id: 'referrer',
  notary_id: 'notary',
  invoice_url: 'link to the invoice',
  payment_url: 'payment link',
  scenario_id: 'scenario',
  group_id: 'group',
  scenario_version: 'version of the scenario',
  collector_id: 'collector',
  name: 'name',
  kind: 'kind of customer',
  language: 'language',
  address: 'address',
  contacts: 'contacts',
  tags: 'tags',
};
