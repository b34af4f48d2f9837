import { furthestDay } from '../../domain/actions/furthest-day.ts';
import { specificDueAt } from '../../domain/actions/specific-action.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { BusinessDay } from '../business-calendar.ts';
import type { SpecificActionPlan } from '../inputs/specific-action.ts';
import { invalid } from '../refused.ts';

/**
 * The day that a plan asks for (null: at once), and when it is due because of that. `dueAt` is an ISO instant, days are
 * local.
 */
export interface DayOfPlan {
  executeOn: LocalDate | null;
  dueAt: string;
  dueOn: LocalDate;
}

/** When a specific action would be done. Refuses a day in the past, or more than three years away. */
export function dayOfPlan({ execute_on: executeOn = null }: SpecificActionPlan, day: BusinessDay, at: Date): DayOfPlan {
  const { todayOn, calendar } = day;
  if (executeOn !== null && executeOn < todayOn)
    throw invalid('day_is_past', '/execute_on', `Today is ${todayOn}.`, 'Give today or a later day.');
  if (executeOn !== null && executeOn > furthestDay(todayOn))
    throw invalid('day_too_far', '/execute_on', 'This day is more than three years off.', 'Give a nearer day.');
  return { executeOn, ...specificDueAt(executeOn, at.toISOString(), calendar) };
}
