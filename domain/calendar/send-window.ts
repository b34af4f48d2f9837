import type { BusinessCalendar } from './business-calendar.ts';
import { instantAt, localClock, localDate } from './local-time.ts';
import { isWorkingDay } from './working-days.ts';

/** Local hour from which nothing automatic begins any more; a creditor whose send hour is later has until midnight. */
const LAST_HOUR = 20;

/** Whether what nobody sends by hand may begin to leave at `at`: a working day, from the send hour to the evening. */
export function isInSendWindow(at: string, calendar: BusinessCalendar): boolean {
  const { timeZone, holidayZone, sendHour } = calendar;
  const on = localDate(at, timeZone);
  if (!isWorkingDay(on, holidayZone)) return false;
  if (Date.parse(at) < Date.parse(instantAt(on, sendHour, timeZone))) return false;
  return sendHour >= LAST_HOUR || localClock(at, timeZone).hour < LAST_HOUR;
}
