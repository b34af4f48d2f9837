/** A day in the creditor's time zone, `YYYY-MM-DD`. Two of them compare as strings. */
export type LocalDate = string;

const DAY_MS = 86_400_000;

/** The day `days` calendar days after `on` (before it when negative). */
export function addDays(on: LocalDate, days: number): LocalDate {
  return new Date(utcMidnight(on) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar day `years` years after `on` (before it when negative); for 29 February, the last day of February. */
export function addYears(on: LocalDate, years: number): LocalDate {
  const year = String(Number(on.slice(0, 4)) + years).padStart(4, '0');
  return on.endsWith('-02-29') ? addDays(`${year}-03-01`, -1) : `${year}${on.slice(4)}`;
}

/** The day `months` months after `on`, on the same day of the month, or on the month's last day when it is shorter. */
export function addMonths(on: LocalDate, months: number): LocalDate {
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const firstOf = (month: number) =>
    `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const wanted = addDays(firstOf(index), Number(on.slice(8)) - 1);
  const lastOn = addDays(firstOf(index + 1), -1);
  return wanted < lastOn ? wanted : lastOn;
}

/** Calendar days from `fromOn` to `toOn`; negative when `toOn` is earlier. */
export function daysBetween(fromOn: LocalDate, toOn: LocalDate): number {
  return (utcMidnight(toOn) - utcMidnight(fromOn)) / DAY_MS;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(on: LocalDate): number {
  return new Date(utcMidnight(on)).getUTCDay() || 7;
}

/** The latest of the days given. */
export function latestOf(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((latest, on) => (on > latest ? on : latest), first);
}

/**
 * A local date has no zone. Reading it as UTC keeps the arithmetic independent of any time zone, the process's own
 * included.
 */
function utcMidnight(on: LocalDate): number {
  return Date.parse(`${on}T00:00:00.000Z`);
}
