import { isHoliday, type HolidayZone } from './holidays.ts';
import { addDays, weekday, type LocalDate } from './local-date.ts';

/** Monday to Friday, and not a public holiday. */
export function isWorkingDay(on: LocalDate, zone: HolidayZone): boolean {
  return weekday(on) <= 5 && !isHoliday(on, zone);
}

/** Why a day is not a working day; null when it is one. */
export function whyNotWorking(on: LocalDate, zone: HolidayZone): 'saturday' | 'sunday' | 'holiday' | null {
  const day = weekday(on);
  if (day >= 6) return day === 6 ? 'saturday' : 'sunday';
  return isHoliday(on, zone) ? 'holiday' : null;
}

/** The day itself when it is a working day, else the next one that is. */
export function rollForward(on: LocalDate, zone: HolidayZone): LocalDate {
  let day = on;
  while (!isWorkingDay(day, zone)) day = addDays(day, 1);
  return day;
}

/** The `count`-th working day after `on` (0: `on` itself, working or not). */
export function addWorkingDays(on: LocalDate, count: number, zone: HolidayZone): LocalDate {
  let day = on;
  for (let left = count; left > 0; left -= 1) day = rollForward(addDays(day, 1), zone);
  return day;
}
