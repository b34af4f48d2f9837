import type { BusinessCalendar } from '../domain/calendar/business-calendar.ts';
import type { HolidayZone } from '../domain/calendar/holidays.ts';

/** The creditor's calendar, as its settings say. */
export function businessCalendar(settings: {
  timeZone: string;
  holidayZone: string;
  sendHour: number;
}): BusinessCalendar {
  return {
    timeZone: settings.timeZone,
    holidayZone: settings.holidayZone as HolidayZone,
    sendHour: settings.sendHour,
  };
}
