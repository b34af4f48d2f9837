import type { Channel, StepMode } from '../ladder/step.ts';

export const HOLD_KINDS = ['litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** Why a case stands still. `endsAt`: the instant at which the hold ends by itself; null when a person ends it. */
export interface HoldInForce {
  id: string;
  kind: HoldKind;
  untilOn: string | null;
  endsAt: string | null;
}

export const CLOSED_AS = ['paid', 'cancelled', 'written_off'] as const;
export type ClosedAs = (typeof CLOSED_AS)[number];

/**
 * What Postgres holds of an invoice, sent whole with every message: the newer `version` replaces the older one, nothing
 * is added up.
 */
export interface CaseFacts {
  version: number;
  balanceCents: number;
  /** Currency of the balance; missing in facts sent by older releases. */
  currency?: string;
  closedAs: ClosedAs | null;
  holds: HoldInForce[];
  /** Why a person must look at the case before anything goes on; null when nothing is wrong. */
  attention: string | null;
}

/** The invoice's one open step, as the planning activity wrote it. `messageId`: the message that already carries it. */
export interface PlannedStep {
  cycle: number;
  key: string;
  level: number;
  kind: Channel;
  mode: StepMode;
  dueAt: string;
  /** A preventive step that has not been sent by this instant falls away; null for other steps. */
  lapsesAt: string | null;
  actionId: string;
  messageId: string | null;
}

/** The result of one planning. `sentence` is for the Temporal UI and contains no names. */
export interface CasePlan {
  facts: CaseFacts;
  level: number;
  step: PlannedStep | null;
  exhausted: boolean;
  collectorId: string | null;
  sentence: string;
}

/** All that an invoice workflow knows, as plain JSON; continue-as-new passes it on. */
export interface CaseState {
  facts: CaseFacts;
  plan: CasePlan | null;
  /** Something happened that the plan does not know of yet. */
  planIsStale: boolean;
  /**
   * Instant of the last planning attempt. While the case waits for a person, holds that ended before it are ignored, so
   * that they do not trigger planning again.
   */
  plannedAt?: string;
}

export type CaseEvent =
  | { type: 'facts'; facts: CaseFacts }
  /** A plan is asked for at `at`; whether it is made or not shows later. */
  | { type: 'planning'; at: string }
  /** `knownVersion`: version of the facts known when the plan was asked for. */
  | { type: 'planned'; plan: CasePlan; knownVersion: number }
  /** What was to be done ran out of time. Its hour may be past, so only a new plan says what to do. */
  | { type: 'late' }
  | { type: 'handed'; messageId: string | null };

export type Move =
  | { type: 'finish'; closedAs: ClosedAs }
  | { type: 'plan' }
  /** Waits for a signal, but no longer than `untilAt`; then the case is planned again, or acts when the step is due. */
  | { type: 'wait'; untilAt: string | null }
  /**
   * A person must look, and nothing goes on. A hold still ends on its day: the case is planned again then, which ends
   * the hold.
   */
  | { type: 'rest'; untilAt: string }
  | { type: 'send'; step: PlannedStep };

const UNKNOWN_FACTS: CaseFacts = { version: 0, balanceCents: 0, closedAs: null, holds: [], attention: null };

/** The state of a new case, of which nothing is known: its first move is to plan. */
export function newCase(): CaseState {
  return { facts: UNKNOWN_FACTS, plan: null, planIsStale: true };
}

/** Applies one event. Older facts change nothing, so order and repetition do not matter. */
export function apply(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'facts':
      return event.facts.version > state.facts.version ? { ...state, facts: event.facts, planIsStale: true } : state;
    case 'planning':
      return { ...state, plannedAt: event.at };
    case 'late':
      return { ...state, planIsStale: true };
    case 'planned': {
      // Facts that arrived during the planning are newer than the plan and stay. Otherwise Postgres is right, even when
      // it was restored to an earlier day.
      const newer = state.facts.version > Math.max(event.plan.facts.version, event.knownVersion);
      return { ...state, facts: newer ? state.facts : event.plan.facts, plan: event.plan, planIsStale: newer };
    }
    case 'handed':
      if (!state.plan?.step || event.messageId === null) return { ...state, planIsStale: true };
      return { ...state, plan: { ...state.plan, step: { ...state.plan.step, messageId: event.messageId } } };
  }
}

/** What the case does next; `nowAt` is the workflow's own instant. */
export function nextMove(state: CaseState, nowAt: string): Move {
  if (state.facts.closedAs) return { type: 'finish', closedAs: state.facts.closedAs };
  // Checked before the plan: a case that could not be planned must not be planned again until a person has looked.
  if (state.facts.attention) return untilSomeoneLooks(state);
  if (state.planIsStale || !state.plan) return { type: 'plan' };
  const { step } = state.plan;
  const holdEndsAt = earliest(state.facts.holds.map((hold) => hold.endsAt));
  if (holdEndsAt !== null && holdEndsAt <= nowAt) return { type: 'plan' };
  if (state.facts.holds.length > 0 || !step || step.messageId) return { type: 'wait', untilAt: holdEndsAt };
  if (step.dueAt > nowAt) return { type: 'wait', untilAt: step.dueAt };
  if (step.mode === 'automatic') return { type: 'send', step };
  return step.lapsesAt !== null && step.lapsesAt <= nowAt ? { type: 'plan' } : { type: 'wait', untilAt: step.lapsesAt };
}

function untilSomeoneLooks({ facts, plannedAt = '' }: CaseState): Move {
  const untilAt = earliest(facts.holds.map(({ endsAt }) => endsAt).filter((at) => at !== null && at > plannedAt));
  return untilAt === null ? { type: 'wait', untilAt } : { type: 'rest', untilAt };
}

/** Instants as written by `toISOString()` compare as text. */
function earliest(instants: (string | null)[]): string | null {
  return instants.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
}
