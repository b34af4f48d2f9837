import { addDays, type LocalDate } from './local-date.ts';

/** Alsace and Moselle have two more days (Code du travail L3134-13). */
export type HolidayZone = 'metropole' | 'alsace_moselle';

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_MONDAY = 50;
const GOOD_FRIDAY = -2;

/** Whether the day is a public holiday (Code du travail L3133-1; L3134-13 in Alsace-Moselle). */
export function isHoliday(on: LocalDate, zone: HolidayZone): boolean {
  const monthAndDay = on.slice(5);
  if (FIXED.includes(monthAndDay)) return true;
  const easterOn = easterSunday(Number(on.slice(0, 4)));
  const movable = [EASTER_MONDAY, ASCENSION, WHIT_MONDAY];
  if (zone === 'alsace_moselle') {
    if (monthAndDay === '12-26') return true;
    movable.push(GOOD_FRIDAY);
  }
  return movable.some((offset) => addDays(easterOn, offset) === on);
}

/** Gregorian Easter, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const month = String(Math.floor(f / 31)).padStart(2, '0');
  const day = String((f % 31) + 1).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${month}-${day}`;
}
