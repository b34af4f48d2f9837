import type { Reason } from '../../ladder/plan.ts';

/** The kinds of entries in a case's history, as the API names them. */
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
 * The fields of entries of all kinds, all optional: the sentence mentions the ones it finds. Amounts are in cents, `…On`
 * are local dates, `…At` instants; `fields` are the JSON names of what was changed.
 */
export interface HistoryData {
  number?: string;
  /** Number of the credit note whose money was set against an item. */
  creditNoteNumber?: string;
  /** Number of the invoice against which a credit note, or another payer's money, was set. */
  invoiceNumber?: string;
  /** Id of a payment in the system that posted it. */
  externalId?: string;
  /** Id of a refund in the system that posted it; one payment may have several refunds. */
  refundExternalId?: string;
  /** Postal number of a registered letter that a person posted. */
  registeredNumber?: string | undefined;
  /** For a posted letter whose day or number was corrected: the ones noted before. */
  corrected?: boolean;
  onBefore?: string;
  registeredNumberBefore?: string | undefined;
  amountCents?: number;
  balanceCents?: number;
  unallocatedCents?: number;
  /** How much of a promised amount was received. */
  receivedCents?: number;
  keptInPart?: boolean;
  currency?: string;
  level?: number | null;
  /** The level before a person set another. */
  from?: number;
  channel?: string;
  letterKind?: string | null;
  /** For a letter: whether its text is a formal notice. Absent for letters made before that was judged. */
  formalNotice?: boolean;
  mode?: string;
  /** Why a message was made, as messages have it; `notice`: it is the notice of an electronic letter. */
  origin?: string;
  notice?: boolean;
  to?: readonly string[];
  subject?: string;
  dueOn?: string;
  dueAt?: string;
  /** `dueOn` and `amountCents` before they were changed. */
  dueOnBefore?: string | null;
  amountCentsBefore?: number;
  /** Names of the group, the scenario and the collector after a change and before it; null for none. */
  groupName?: string | null;
  groupNameBefore?: string | null;
  scenarioName?: string | null;
  scenarioNameBefore?: string | null;
  collectorName?: string | null;
  collectorNameBefore?: string | null;
  /** The scenario version to which a case was moved, and the version it followed before. */
  scenarioVersion?: number;
  scenarioVersionBefore?: number | null;
  on?: string;
  untilOn?: string | null;
  /** For insolvency proceedings: the day of the judgment. */
  sinceOn?: string | null;
  promisedOn?: string;
  /** For a promise: `written` or `oral`, and the day on which it was received. */
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
  /** The entry concerns the customer as a whole. */
  customer?: boolean;
  /** A reminder that a person sent outside the plan. */
  byHand?: boolean;
  /** Sent before going live. */
  test?: boolean;
  fields?: readonly string[];
  recipient?: string;
  /**
   * For a statement: the role of its recipient (referrer or notary), and the fields of the case file that were shown.
   */
  role?: string | null;
  disclosed?: readonly string[];
  detail?: string;
  title?: string;
  /** For a skipped step: the title of the specific action that replaces it. */
  replacedBy?: string;
  /** Addresses that were written to about it: the customer's, and a colleague's. */
  notified?: readonly string[];
  /** The hold, and when it ends by itself; null when a person ends it. */
  holdId?: string | null;
  endsAt?: string | null;
  /** For a plan: the step, the rule that gave its day, and the reasons. */
  stepKey?: string | null;
  rule?: string;
  reasons?: readonly Reason[];
  /** The day on which the step's turn comes, held or not. */
  turnOn?: string;
  /** Nothing is planned because a hold without an end stops the case. */
  held?: boolean;
  /** Every step of the scenario has taken place. */
  exhausted?: boolean;
  /**
   * Why a person has to look at the case. `cleared`: a person has looked, or, with the outcome `told`, the provider has
   * answered.
   */
  code?: string;
  cleared?: boolean;
  /** A promise that was withdrawn by mistake stands again. */
  again?: boolean;
  /** A reversed payment opened the case again. */
  reopened?: boolean;
  /** For a reversal: the promises that the money had kept and the disputes that it had settled; both are open again. */
  reopenedHoldIds?: readonly string[];
  /** For a reversal: at least one of these is a promise. */
  promiseReopened?: boolean;
  /** For a reversal: kinds of the holds that stopped the case when it was paid, and stop it again. */
  resumedHolds?: readonly string[];
  cycle?: number;
  /** The cycle began because the creditor went into service. */
  goingLive?: boolean;
}
