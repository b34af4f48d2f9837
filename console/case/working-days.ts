const DAY_MS = 86_400_000;
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday, in days after Easter. */
const MOVABLE = [1, 39, 50];

export type HolidayZone = 'metropole' | 'alsace_moselle';

export const addDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10);

/** The first working day on or after `on`. */
export function rollForward(on: string, zone: HolidayZone): string {
  let day = on;
  while (!isWorkingDay(day, zone)) day = addDays(day, 1);
  return day;
}

/** The day `count` working days after `on`. */
export function addWorkingDays(on: string, count: number, zone: HolidayZone): string {
  let day = on;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, zone)) left -= 1;
  }
  return day;
}

function isWorkingDay(on: string, zone: HolidayZone): boolean {
  const weekday = new Date(on).getUTCDay();
  if (weekday === 0 || weekday === 6 || FIXED.includes(on.slice(5))) return false;
  const easterOn = easterSunday(Number(on.slice(0, 4)));
  if (MOVABLE.some((days) => addDays(easterOn, days) === on)) return false;
  return zone === 'metropole' || (on.slice(5) !== '12-26' && addDays(easterOn, -2) !== on);
}

/** Gregorian Easter (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)).toISOString().slice(0, 10);
}
