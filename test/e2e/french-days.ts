import Holidays from 'date-holidays';

/** Working days computed independently of the product: what the stories expect does not come from the code they test. */
const calendars = { metropole: new Holidays('FR'), alsace_moselle: new Holidays('FR', '67') };

export const plus = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (fromOn: string, toOn: string): number =>
  (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000;

export const latest = (...days: string[]): string => days.toSorted().at(-1)!;

export function isWorkingDay(on: string, zone: keyof typeof calendars = 'metropole'): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const holidays = calendars[zone].getHolidays(on.slice(0, 4));
  return !holidays.some((holiday) => holiday.type === 'public' && holiday.date.slice(0, 10) === on);
}

/** This day if it is a working day, otherwise the next working day. */
export const workingDay = (on: string, zone?: keyof typeof calendars): string =>
  isWorkingDay(on, zone) ? on : workingDay(plus(on, 1), zone);

/** The `count`-th working day after that day. */
export const workingDaysAfter = (on: string, count: number): string =>
  count === 0 ? on : workingDaysAfter(workingDay(plus(on, 1)), count - 1);

/** The next working day: at noon, the send hour of the day itself is over. */
export const nextSendDay = (on: string): string => workingDay(plus(on, 1));

/** The local date in France of an instant. */
export const dateInFrance = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(new Date(at));
