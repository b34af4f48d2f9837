const DAY_MS = 86_400_000;

/** The day from which the portfolio is dated. `isWorkingDay` knows the creditor's holidays. */
export interface Today {
  on: string;
  isWorkingDay: (on: string) => boolean;
}

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The n-th working day after today; 1 is the first. */
export function workingDayAhead(today: Today, n: number): string {
  let on = today.on;
  for (let left = n; left > 0; left -= 1) {
    do on = addDays(on, 1);
    while (!today.isWorkingDay(on));
  }
  return on;
}

/** The n-th working day back; 0 is today, or the last one before it. */
export function workingDayBack(today: Today, n: number): string {
  let on = today.on;
  while (!today.isWorkingDay(on)) on = addDays(on, -1);
  for (let left = n; left > 0; left -= 1) {
    do on = addDays(on, -1);
    while (!today.isWorkingDay(on));
  }
  return on;
}

/**
 * The day `delayDays` before a turn, so that counting from it gives that turn again. Steps leave on working days: of
 * the days whose count ends on the turn, or on a day off that rolls forward to it, a working day is taken if there is
 * one.
 */
export function dayBefore(turnOn: string, delayDays: number, today: Today): string {
  const exact = addDays(turnOn, -delayDays);
  for (let on = exact, end = turnOn; ; on = addDays(on, -1), end = addDays(end, -1)) {
    if (end !== turnOn && today.isWorkingDay(end)) return exact;
    if (today.isWorkingDay(on)) return on;
  }
}
