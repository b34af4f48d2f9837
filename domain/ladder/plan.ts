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

/** Why the next step needs a person whatever its mode. `going_live` and `restored` do not depend on the setting. */
export type ConfirmReason =
  | 'litigation'
  | 'dispute_rejected'
  | 'reversal'
  | 'allocation_reversed'
  | 'long_hold'
  | 'going_live'
  | 'restored';

/** All that decides what leaves next, as plain JSON. */
export interface PlanInput {
  nowAt: string;
  calendar: BusinessCalendar;
  settings: LadderSettings;
  invoice: { issuedOn: LocalDate; dueOn: LocalDate };
  /** Of the version that the invoice follows, in order. */
  steps: readonly ScenarioStep[];
  cycle: number;
  /** What happened in this cycle, in any order. */
  progress: readonly StepRecord[];
  /** The day of the last message of any kind about this invoice, in any cycle. */
  lastMessageOn: LocalDate | null;
  /** The day of each message sent to this customer; those older than the cap's window may be left out. */
  customerMessageDays: readonly LocalDate[];
  /**
   * Of unit `account`: the day of each message sent to this customer in the invoice's currency, since one a day is the most
   * that leaves by itself. Absent: several may.
   */
  accountMessageDays?: readonly LocalDate[];
  /** In force now. */
  holds: readonly Pick<HoldInForce, 'kind' | 'untilOn' | 'endsAt'>[];
  confirmReason: ConfirmReason | null;
  /** Money or credit notes of the customer that are not allocated cover the claim. */
  creditCover: boolean;
  /** What no provider takes for this creditor; absent: that is not looked at. */
  withoutProvider?: readonly ByProvider[];
  /** A person put this step off: not before this day. Without level and channel it is known by its key alone. */
  postponed: { stepKey: string; level?: number; kind?: Channel; untilOn: LocalDate } | null;
  /** The step that is written as open now. `dueOn`: its day where the creditor was then; absent: that of `dueAt` where he is. */
  openStep: { cycle: number; stepKey: string; dueAt: string; dueOn?: LocalDate } | null;
}

export interface PlannedNextStep {
  kind: 'step';
  step: Step;
  /** Always a send hour of a working day. */
  dueAt: string;
  dueOn: LocalDate;
  /** The day on which its turn comes or came, holds, cap and lateness apart: from then on the level is `due`. */
  turnOn: LocalDate;
  /** A preventive step that nobody sent falls away at this instant: plan again then. Null for the others. */
  lapsesAt: string | null;
  mode: StepMode;
  /** `issued_on+15`, `previous_step+15`, `due_on-7`. */
  rule: string;
  reasons: Reason[];
}

/** A hold without an end: nothing is planned. `step` is what would be next. */
export interface HeldPlan {
  kind: 'held';
  step: Step;
  turnOn: LocalDate;
  rule: string;
  reasons: Reason[];
}

export type Plan = PlannedNextStep | HeldPlan | { kind: 'exhausted' };

/** Why the day is this day and the mode this mode, each stored with the plan and put into words by `explain`. */
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
  | { code: 'confirm'; why: ConfirmReason | 'credit_cover' | 'no_provider' };
