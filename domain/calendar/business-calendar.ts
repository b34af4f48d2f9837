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
  const now = Date.parse(nowAt);
  // From the day before: in a zone that skips the send hour at midnight, an instant can lie on the day after its hour.
  let on = addDays(localDate(nowAt, timeZone), -1);
  for (;;) {
    on = rollForward(on, holidayZone);
    const at = instantAt(on, sendHour, timeZone);
    if (Date.parse(at) >= now) return at;
    on = addDays(on, 1);
  }
}
