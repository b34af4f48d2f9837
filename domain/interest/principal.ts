import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { lastDayOf, semesterOf } from './semester.ts';

/** An amount that reduces the debt: a payment on the day it was made, a credit note on its date. */
export interface Reduction {
  on: LocalDate;
  amountCents: number;
  /** A remainder within the tolerance that was let go: nobody paid it, so it pays no interest. */
  isLetGo?: true;
}

/** Consecutive days on which the same sum was owed and one rate applied; both ends included. */
export interface PrincipalPeriod {
  fromOn: LocalDate;
  toOn: LocalDate;
  days: number;
  principalCents: number;
}

/** The principal owed at the end of a day. */
export function principalOn(totalCents: number, reductions: readonly Reduction[], on: LocalDate): number {
  const reducedCents = reductions.reduce((sum, one) => (one.on <= on ? sum + one.amountCents : sum), 0);
  return Math.max(0, totalCents - reducedCents);
}

/**
 * Splits the days from `fromOn` to `toOn` into periods: a new one starts when the sum falls and when a semester begins.
 * On the day of a payment the amount paid still bears interest. Days on which nothing is owed are left out.
 */
export function principalPeriods(
  totalCents: number,
  reductions: readonly Reduction[],
  fromOn: LocalDate,
  toOn: LocalDate,
): PrincipalPeriod[] {
  const lastDays = new Set([toOn, ...reductions.map(({ on }) => on).filter((on) => on >= fromOn && on < toOn)]);
  for (let on = lastDayOf(semesterOf(fromOn)); on < toOn; on = lastDayOf(semesterOf(addDays(on, 1)))) lastDays.add(on);
  const periods: PrincipalPeriod[] = [];
  let from = fromOn;
  for (const to of [...lastDays].sort()) {
    const principalCents = principalOn(totalCents, reductions, addDays(from, -1));
    if (principalCents > 0) {
      periods.push({ fromOn: from, toOn: to, days: daysBetween(from, to) + 1, principalCents });
    }
    from = addDays(to, 1);
  }
  return periods;
}
