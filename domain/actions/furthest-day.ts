import { addDays, type LocalDate } from '../calendar/local-date.ts';

const DAYS = 3 * 366;

/** The last day that anything is planned on by hand: a later one is a slip of the pen, and is looked at by nobody. */
export const furthestDay = (todayOn: LocalDate): LocalDate => addDays(todayOn, DAYS);
