import { addDays, type LocalDate } from '../calendar/local-date.ts';

const DAYS = 3 * 366;

/**
 * The last day on which anything can be planned by hand or a payment promised. A later day is a typing error: nobody
 * would look at the task, or the hold would never end.
 */
export const furthestDay = (todayOn: LocalDate): LocalDate => addDays(todayOn, DAYS);
