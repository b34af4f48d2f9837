import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { HoldInForce, HoldKind } from '../case/state.ts';
import type { ByProvider } from '../messages/connectors.ts';
import type { Channel, ScenarioStep, Step, StepAnchor, StepMode, StepRecord } from './step.ts';

export interface LadderSettings {
  minimumSpacingDays: number;
  confirmAfterRelease: boolean;
  /** At most `count` messages to a customer in any `days` days. */
  cap: { count: number; days: number } | null;
}

/**
 * Why a person has to confirm the next step, whatever its mode. `going_live` and `restored` do not depend on the
 * setting.
 */
export type ConfirmReason =
  | 'litigation'
  | 'dispute_rejected'
  | 'reversal'
  | 'allocation_reversed'
  | 'long_hold'
  | 'going_live'
  | 'restored';

/** Why a step waits for a person: the case itself, money that is not allocated, or nobody who would carry its letter. */
export const CONFIRM_WHYS = [
  'litigation',
  'dispute_rejected',
  'reversal',
  'allocation_reversed',
  'long_hold',
  'going_live',
  'restored',
  'credit_cover',
  'no_provider',
] as const satisfies readonly (ConfirmReason | 'credit_cover' | 'no_provider')[];

export type ConfirmWhy = (typeof CONFIRM_WHYS)[number];

/** Everything that decides what leaves next, as plain JSON. */
export interface PlanInput {
  nowAt: string;
  calendar: BusinessCalendar;
  settings: LadderSettings;
  invoice: { issuedOn: LocalDate; dueOn: LocalDate };
  /** Steps of the version that the invoice follows, in order. */
  steps: readonly ScenarioStep[];
  cycle: number;
  /** What happened in this cycle, in any order. */
  progress: readonly StepRecord[];
  /** The day of the last message of any kind about this invoice, in any cycle. */
  lastMessageOn: LocalDate | null;
  /** The day of each message sent to this customer; those older than the cap's window may be left out. */
  customerMessageDays: readonly LocalDate[];
  /**
   * For unit `account`: the day of each message sent to this customer in the invoice's currency, because at most one a
   * day leaves by itself. Absent when several may.
   */
  accountMessageDays?: readonly LocalDate[];
  /** Holds in force now. */
  holds: readonly Pick<HoldInForce, 'kind' | 'untilOn' | 'endsAt'>[];
  confirmReason: ConfirmReason | null;
  /** Unallocated money or credit notes of the customer cover the claim. */
  creditCover: boolean;
  /** Kinds of message that need a provider and have none for this creditor; absent when that is not checked. */
  withoutProvider?: readonly ByProvider[];
  /**
   * A person postponed this step: not before `untilOn`. Without level and channel, the key alone identifies the step.
   */
  postponed: { stepKey: string; level?: number; kind?: Channel; untilOn: LocalDate } | null;
  /**
   * The step stored as open now. `dueOn`: its local day when it was planned; when absent, the local day of `dueAt` now.
   */
  openStep: { cycle: number; stepKey: string; dueAt: string; dueOn?: LocalDate } | null;
}

export interface PlannedNextStep {
  kind: 'step';
  step: Step;
  /** Always a send hour of a working day. */
  dueAt: string;
  dueOn: LocalDate;
  /** The day on which its turn comes or came, ignoring holds, cap and lateness: from then on the level is `due`. */
  turnOn: LocalDate;
  /**
   * A preventive step that has not been sent by this instant falls away, and the case is planned again. Null for other
   * steps.
   */
  lapsesAt: string | null;
  mode: StepMode;
  /** `issued_on+15`, `previous_step+15`, `due_on-7`. */
  rule: string;
  reasons: Reason[];
}

/** A hold without an end: nothing is planned. `step` is what would come next. */
export interface HeldPlan {
  kind: 'held';
  step: Step;
  turnOn: LocalDate;
  rule: string;
  reasons: Reason[];
}

export type Plan = PlannedNextStep | HeldPlan | { kind: 'exhausted' };

/** Why this day and this mode: stored with the plan, and put into words by `explain`. */
export type Reason =
  | { code: 'anchor'; anchor: StepAnchor; anchorOn: LocalDate; delayDays: number; previousLevel: number | null }
  | { code: 'not_before_issue'; issuedOn: LocalDate }
  | { code: 'not_before_due'; dueOn: LocalDate }
  | { code: 'spacing'; lastOn: LocalDate; days: number }
  | { code: 'postponed'; untilOn: LocalDate }
  | { code: 'not_working'; on: LocalDate; because: 'saturday' | 'sunday' | 'holiday' }
  | { code: 'late'; turnOn: LocalDate }
  | { code: 'hold_ends'; hold: HoldKind; untilOn: LocalDate | null; endsAt: string }
  | { code: 'held'; hold: HoldKind }
  | { code: 'cap'; count: number; days: number }
  | { code: 'one_a_day'; on: LocalDate }
  | { code: 'waiting'; sinceAt: string }
  | { code: 'confirm'; why: ConfirmWhy };
