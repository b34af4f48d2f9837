import { actionDay, type BusinessDays } from '../case/business-day-rules.ts';
import { isSent, type TypedPlan } from './plan.ts';

/** An item whose pause prevents sending. */
export interface Paused {
  number: string;
  /** The last local day of the pause. Null for a pause without an end. */
  untilOn: string | null;
}

/** The items of a plan, as far as they affect sending: how many there are, and which are paused. */
export interface Pauses {
  count: number;
  paused: readonly Paused[];
  /**
   * Whether some or all items have another hold, such as a dispute or a promise, so that their scenario does not
   * continue after the action. Absent for none.
   */
  held?: 'some' | 'all' | undefined;
}

export const NO_PAUSES: Pauses = { count: 0, paused: [] };

/** What pauses do to a planned message. */
interface KeptBack {
  /** Numbers of the items still paused on its day. */
  numbers: string[];
  /** True when all items are paused, so that nothing is sent. */
  isWhole: boolean;
  /** When `isWhole`, the day on which the first pause ends. Null when none has an end. */
  untilOn: string | null;
}

/** The items still paused on the day of the plan. Null when there are none, and for a call or a task. */
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

/** Whether the action would be sent at once and the server refuses it because an item is paused. */
export const isRefusedNow = (pauses: Pauses, plan: TypedPlan, days: BusinessDays): boolean =>
  plan.mode === 'automatic' && actionDay(plan.execute_on, days).isNow && keptBackBy(pauses, plan, days) !== null;
