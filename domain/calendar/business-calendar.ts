import type { HolidayZone } from './holidays.ts';
import { addDays } from './local-date.ts';
import { instantAt, localDate } from './local-time.ts';
import { rollForward } from './working-days.ts';

/** A creditor's working time. `sendHour` is local, 0–23. */
export interface BusinessCalendar {
  timeZone: string;
  holidayZone: HolidayZone;
  sendHour: number;
}

/** The first send hour of a working day that is not before `nowAt`. */
export function nextSendAt(nowAt: string, calendar: BusinessCalendar): string {
  const { timeZone, holidayZone, sendHour } = calendar;
  const today = rollForward(localDate(nowAt, timeZone), holidayZone);
  const todayAt = instantAt(today, sendHour, timeZone);
  if (Date.parse(todayAt) >= Date.parse(nowAt)) return todayAt;
  return instantAt(rollForward(addDays(today, 1), holidayZone), sendHour, timeZone);
}
