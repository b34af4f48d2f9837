import { addDays, type LocalDate } from '../calendar/local-date.ts';

const DAYS = 3 * 366;

/**
 * The last day that anything is planned on by hand, or that a payment may be promised for: a later one is a slip of the pen, and
 * would be looked at by nobody or hold the case for good.
 */
export const furthestDay = (todayOn: LocalDate): LocalDate => addDays(todayOn, DAYS);
