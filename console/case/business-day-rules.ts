import { addDays, addWorkingDays, type HolidayZone, rollForward } from './working-days.ts';

/** The settings and the clock of the creditor that dates depend on. */
export interface BusinessDays {
  zone: HolidayZone;
  /** Hour of the day in local time, 0 to 23. */
  sendHour: number;
  /** Working days after the promised day before a promise counts as broken. */
  graceDays: number;
  todayOn: string;
  /** The current local hour, 0 to 23. */
  hour: number;
}

/**
 * The day on which an action planned for `executeOn` runs: that day or the next working day. It runs at once without a
 * day, or when the send hour of its day has passed.
 */
export function actionDay(executeOn: string | null, days: BusinessDays): { on: string; isNow: boolean } {
  const { zone, sendHour, todayOn, hour } = days;
  const now = { on: todayOn, isNow: true };
  if (executeOn === null) return now;
  const on = rollForward(executeOn, zone);
  return on > todayOn || (on === todayOn && hour < sendHour) ? { on, isNow: false } : now;
}

/** After a hold longer than this, the first step is `to_confirm`, if the creditor has set that. */
const LONG_HOLD_DAYS = 30;

/**
 * Whether a hold from today until `lastOn` (included) is long. The working day on which reminders resume does not
 * count.
 */
export const isLongHold = (lastOn: string, todayOn: string): boolean =>
  addDays(lastOn, 1) > addDays(todayOn, LONG_HOLD_DAYS);

/** The last day on which a promise can still be kept, and the first working day after it, on which reminders resume. */
export function promiseDays(promisedOn: string, { graceDays, zone }: Pick<BusinessDays, 'graceDays' | 'zone'>) {
  const lastOn = addWorkingDays(promisedOn, graceDays, zone);
  return { lastOn, resumeOn: rollForward(addDays(lastOn, 1), zone) };
}

/** The last day for which the server accepts an action planned by hand. */
export const furthestDay = (todayOn: string): string => addDays(todayOn, 3 * 366);
