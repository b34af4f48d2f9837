import { addDays } from '../../domain/calendar/local-date.ts';
import { holdEndsAt } from '../../domain/holds/hold-end.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { invalid } from '../refused.ts';

/** A pause with an end later than this must be one without an end. */
const FURTHEST_DAYS = 10 * 366;

/**
 * The instant at which a pause ends; null without a last day. Refuses a day in the past, or more than ten years away.
 */
export function pauseEnd(day: BusinessDay, kind: 'pause' | 'customer_pause', untilOn: string | null): Date | null {
  if (untilOn === null) return null;
  if (untilOn < day.todayOn) {
    const detail = `The last day of the pause is before today, ${day.todayOn}.`;
    throw invalid('day_is_past', '/until_on', detail, 'Give today or a later day, or none for a pause without an end.');
  }
  if (untilOn > addDays(day.todayOn, FURTHEST_DAYS)) {
    const detail = 'The last day of the pause is more than ten years off.';
    throw invalid('day_too_far', '/until_on', detail, 'Leave the day out for a pause without an end.');
  }
  const endsAt = holdEndsAt({ kind, untilOn }, day.calendar, day.settings.promiseGraceDays);
  return endsAt === null ? null : new Date(endsAt);
}
