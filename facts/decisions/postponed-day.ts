import { instantAt, localDate } from '../../domain/calendar/local-time.ts';
import { rollForward } from '../../domain/calendar/working-days.ts';
import type { BusinessCalendar } from '../../domain/calendar/business-calendar.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { type Judged, refused } from './decision.ts';

/** Refuses to postpone an action to today or to a day in the past. */
export function refuseEarlierDay(untilOn: string, at: Date, calendar: BusinessCalendar): Judged | null {
  if (untilOn > localDate(at.toISOString(), calendar.timeZone)) return null;
  return refused('in_the_past', 'The new day has to be after today.');
}

/** When an action that has no plan is due again: at the send hour of that day, or of the next working day. */
export function dueAgain(untilOn: string, calendar: BusinessCalendar): { dueAt: Date; dueOn: Date } {
  const dueOn = rollForward(untilOn, calendar.holidayZone);
  const dueAt = new Date(instantAt(dueOn, calendar.sendHour, calendar.timeZone));
  return { dueAt, dueOn: toDateColumn(dueOn) };
}
