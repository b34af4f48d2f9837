import type { BusinessCalendar } from './business-calendar.ts';
import { instantAt, localClock, localDate } from './local-time.ts';
import { isWorkingDay } from './working-days.ts';

/** Local hour from which nothing automatic starts any more; a creditor with a later send hour has until midnight. */
const LAST_HOUR = 20;

/** Whether an automatic message may start to leave at `at`: on a working day, from the send hour until the evening. */
export function isInSendWindow(at: string, calendar: BusinessCalendar): boolean {
  const { timeZone, holidayZone, sendHour } = calendar;
  const on = localDate(at, timeZone);
  if (!isWorkingDay(on, holidayZone)) return false;
  if (Date.parse(at) < Date.parse(instantAt(on, sendHour, timeZone))) return false;
  return sendHour >= LAST_HOUR || localClock(at, timeZone).hour < LAST_HOUR;
}
