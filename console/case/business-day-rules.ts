import { addDays, addWorkingDays, type HolidayZone, rollForward } from './working-days.ts';

/** What a day of the business depends on: the creditor's settings, and where its clock stands. */
export interface BusinessDays {
  zone: HolidayZone;
  /** Local, 0 to 23. */
  sendHour: number;
  /** Working days that a promise is waited for after its day. */
  graceDays: number;
  todayOn: string;
  /** The hour that has begun, 0 to 23. */
  hour: number;
}

/**
 * When an action for this day happens: on it or on the working day that follows; at once without a day, and when the send hour of
 * its day has passed.
 */
export function actionDay(executeOn: string | null, days: BusinessDays): { on: string; isNow: boolean } {
  const { zone, sendHour, todayOn, hour } = days;
  const now = { on: todayOn, isNow: true };
  if (executeOn === null) return now;
  const on = rollForward(executeOn, zone);
  return on > todayOn || (on === todayOn && hour < sendHour) ? { on, isNow: false } : now;
}

/** A hold longer than this makes the first step after it `to_confirm`, where the creditor wants that. */
const LONG_HOLD_DAYS = 30;

/** Whether a hold from today whose last day is this is long; on which working day the reminders resume is another thing. */
export const isLongHold = (lastOn: string, todayOn: string): boolean =>
  addDays(lastOn, 1) > addDays(todayOn, LONG_HOLD_DAYS);

/** Until which day a promise is waited for, and the first working day after it, on which reminders resume. */
export function promiseDays(promisedOn: string, { graceDays, zone }: Pick<BusinessDays, 'graceDays' | 'zone'>) {
  const lastOn = addWorkingDays(promisedOn, graceDays, zone);
  return { lastOn, resumeOn: rollForward(addDays(lastOn, 1), zone) };
}

/** The last day on which the server lets anything be planned by hand. */
export const furthestDay = (todayOn: string): string => addDays(todayOn, 3 * 366);
