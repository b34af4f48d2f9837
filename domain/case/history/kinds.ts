import type { Reason } from '../../ladder/plan.ts';

/** API.md "Reading": the kinds of a case's history. */
export const HISTORY_KINDS = [
  'created',
  'changed',
  'planned',
  'sent',
  'cancelled',
  'delivered',
  'letter_status',
  'bounced',
  'complained',
  'failed',
  'paid',
  'payment_reversed',
  'credited',
  'allocation_reversed',
  'refunded',
  'refund_cancelled',
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
  'specific_action',
  'task',
  'erased',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/**
 * What an entry may carry, all optional: a sentence says what it finds. Amounts in cents, `…On` local dates, `…At`
 * instants; `fields` are the JSON names of what was changed.
 */
export interface HistoryData {
  number?: string;
  /** Of the credit note whose money was set against an item. */
  creditNoteNumber?: string;
  /** Of the invoice that a credit note, or money of another payer, was set against. */
  invoiceNumber?: string;
  /** Of a payment, as the system that posted it calls it. */
  externalId?: string;
  /** The same of a refund: of one payment there may be several. */
  refundExternalId?: string;
  /** Of a registered letter that a person posted. */
  registeredNumber?: string | undefined;
  amountCents?: number;
  balanceCents?: number;
  unallocatedCents?: number;
  /** What came of a promised amount. */
  receivedCents?: number;
  keptInPart?: boolean;
  currency?: string;
  level?: number | null;
  /** The level before a person set another. */
  from?: number;
  channel?: string;
  letterKind?: string | null;
  /** Of a letter, by its text. Absent: nobody judged it. */
  formalNotice?: boolean;
  mode?: string;
  to?: readonly string[];
  subject?: string;
  dueOn?: string;
  dueAt?: string;
  /** What `dueOn` and `amountCents` were before a change of them. */
  dueOnBefore?: string | null;
  amountCentsBefore?: number;
  /** What the group, the scenario and the collector were called after a change of them and before; null: none. */
  groupName?: string | null;
  groupNameBefore?: string | null;
  scenarioName?: string | null;
  scenarioNameBefore?: string | null;
  collectorName?: string | null;
  collectorNameBefore?: string | null;
  /** Of a scenario whose version a case was moved to, and the one that it followed. */
  scenarioVersion?: number;
  scenarioVersionBefore?: number | null;
  on?: string;
  untilOn?: string | null;
  /** Of insolvency proceedings: the day of the judgment. */
  sinceOn?: string | null;
  promisedOn?: string;
  /** Of a promise: `written` or `oral`, and the day on which it came. */
  evidence?: string;
  evidenceOn?: string;
  paidOn?: string;
  reason?: string;
  comment?: string;
  text?: string;
  outcome?: string;
  cause?: string;
  closedAs?: string;
  status?: string;
  awaitingCredit?: boolean;
  /** It concerns the customer as a whole. */
  customer?: boolean;
  /** A reminder that a person sent outside the plan. */
  byHand?: boolean;
  /** Sent before going live. */
  test?: boolean;
  fields?: readonly string[];
  recipient?: string;
  /** Of a statement: as what he received it, and what of the file he was told. */
  role?: string | null;
  disclosed?: readonly string[];
  detail?: string;
  title?: string;
  /** Of a skipped step: the title of the specific action that takes its place. */
  replacedBy?: string;
  /** Who was written to about it: the customer, and a colleague's address. */
  notified?: readonly string[];
  /** Which hold, and when it ends by itself; null, a person ends it. */
  holdId?: string | null;
  endsAt?: string | null;
  /** Of a plan: the step, the rule that gave its day, and what that rule was given. */
  stepKey?: string | null;
  rule?: string;
  reasons?: readonly Reason[];
  /** The day of the step's turn, held or not. */
  turnOn?: string;
  /** Nothing is planned because a hold without an end stops the case. */
  held?: boolean;
  /** Every step of the scenario has taken place. */
  exhausted?: boolean;
  /** Why a person has to look at the case; `cleared`: he has, or with the outcome `told` his question is answered. */
  code?: string;
  cleared?: boolean;
  /** A promise that was withdrawn by mistake stands again. */
  again?: boolean;
  /** A reversed payment opened the case again. */
  reopened?: boolean;
  /** Of a reversal: the promises that the money had kept, and the disputes that it had settled, which are waited for again. */
  reopenedHoldIds?: readonly string[];
  /** Of a reversal: among them is a promise. */
  promiseReopened?: boolean;
  /** Of a reversal: the kinds of what stopped the case when it was paid, and stops it again. */
  resumedHolds?: readonly string[];
  cycle?: number;
  /** The cycle began because the creditor went into service. */
  goingLive?: boolean;
}

/** How each kind reads in one language. */
export type HistoryWords = Record<HistoryKind, (data: HistoryData) => string>;
