import type { LocalDate } from '../calendar/local-date.ts';

/** A promise that stands. `settledAtStartCents`: what was paid or credited before it, or counts for an earlier one. */
export interface StandingPromise {
  id: string;
  amountCents: number;
  promisedOn: LocalDate;
  settledAtStartCents: number;
}

export type PromiseState = 'kept' | 'kept_in_part' | 'not_kept';

/** Whether the money of a promise has come, `settledCents` being all that was paid or credited on the invoice so far. */
export function promiseState(
  _promise: Pick<StandingPromise, 'amountCents' | 'settledAtStartCents'>,
  _settledCents: number,
): { state: PromiseState; comeCents: number } {
  throw new Error('not written yet');
}

/**
 * Shares what has been paid among the promises that stand, the earliest day first: money counts for one instalment only.
 * Answers those that are kept now, and for the others their new `settledAtStartCents`.
 */
export function settlePromises(
  _promises: readonly StandingPromise[],
  _settledCents: number,
): { keptIds: string[]; standing: StandingPromise[] } {
  throw new Error('not written yet');
}
