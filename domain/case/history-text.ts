import type { Language } from '../reminder-content.ts';

/** API.md "Reading": the kinds of a case's history. */
export const HISTORY_KINDS = [
  'created',
  'changed',
  'planned',
  'sent',
  'cancelled',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'paid',
  'payment_reversed',
  'credited',
  'promise',
  'promise_kept',
  'promise_broken',
  'promise_withdrawn',
  'dispute',
  'dispute_resolved',
  'litigation',
  'litigation_closed',
  'paused',
  'resumed',
  'level_set',
  'confirmed',
  'skipped',
  'postponed',
  'completed',
  'call',
  'note',
  'statement',
  'attention',
  'written_off',
  'closed',
  'qualified',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/**
 * What an entry may carry, all optional: a sentence says what it finds. Amounts in cents, `…On` local dates, `…At`
 * instants; `fields` are the JSON names of what was changed.
 */
export interface HistoryData {
  number?: string;
  amountCents?: number;
  balanceCents?: number;
  currency?: string;
  level?: number;
  channel?: string;
  letterKind?: string | null;
  to?: readonly string[];
  subject?: string;
  dueOn?: string;
  dueAt?: string;
  on?: string;
  untilOn?: string | null;
  promisedOn?: string;
  paidOn?: string;
  reason?: string;
  comment?: string;
  outcome?: string;
  cause?: string;
  closedAs?: string;
  fields?: readonly string[];
  recipient?: string;
  detail?: string;
  title?: string;
}

/** One sentence for a history entry. */
export function historyText(_kind: HistoryKind, _data: HistoryData, _language: Language): string {
  throw new Error('not written yet');
}
