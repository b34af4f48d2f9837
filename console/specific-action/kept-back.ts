import { actionDay, type BusinessDays } from '../case/business-day-rules.ts';
import { isSent, type TypedPlan } from './plan.ts';

/** An item of which a pause lets nothing be sent. */
export interface Paused {
  number: string;
  /** The last day of the pause, local; null: without an end. */
  untilOn: string | null;
}

/** The items that something is planned about, as far as it matters to what leaves: how many, and which of them are paused. */
export interface Pauses {
  count: number;
  paused: readonly Paused[];
  /** Items that something else holds, such as a dispute or a promise, and that do not go on after what is planned; none when left out. */
  held?: 'some' | 'all' | undefined;
}

export const NO_PAUSES: Pauses = { count: 0, paused: [] };

/** What pauses do to a message that is planned. */
interface KeptBack {
  /** Numbers of the items whose pause lasts on its day. */
  numbers: string[];
  /** Nothing of it may leave, since all its items are paused. */
  isWhole: boolean;
  /** With isWhole, the day on which the first of the pauses ends; null: none has an end. */
  untilOn: string | null;
}

/** Which items are still paused on the day of what is planned; null when none is, and of a call or a task. */
export function keptBackBy({ count, paused }: Pauses, plan: TypedPlan, days: BusinessDays): KeptBack | null {
  if (!isSent(plan.kind) || plan.mode === 'manual') return null;
  const { on } = actionDay(plan.execute_on, days);
  const still = paused.filter(({ untilOn }) => untilOn === null || untilOn >= on);
  if (still.length === 0) return null;
  const ends = still.flatMap(({ untilOn }) => untilOn ?? []).toSorted();
  return {
    numbers: still.map(({ number }) => number),
    isWhole: still.length === count,
    untilOn: ends[0] ?? null,
  };
}

/** A planned action that would leave at once, and that the server refuses for a pause on any of its items. */
export const isRefusedNow = (pauses: Pauses, plan: TypedPlan, days: BusinessDays): boolean =>
  plan.mode === 'automatic' && actionDay(plan.execute_on, days).isNow && keptBackBy(pauses, plan, days) !== null;
