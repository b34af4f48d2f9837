import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { HolidayZone } from '../calendar/holidays.ts';
import { leastDelayDays, wholeDelayOn } from './payment-deadline.ts';

/** A formal notice that waits to be posted: the day on which it was made, and the delay that it gives, in days. */
export interface WaitingNotice {
  madeOn: LocalDate;
  delayDays: number;
  zone: HolidayZone;
  /** The deadline that it names, if that was stored: it defines the delay given, rather than `delayDays` as set now. */
  deadlineOn?: LocalDate | null;
}

/** The deadline to pay: the one that the notice names, otherwise counted from the day on which it was made. */
export const deadlineOf = ({ madeOn, delayDays, zone, deadlineOn = null }: WaitingNotice): LocalDate =>
  deadlineOn ?? wholeDelayOn(madeOn, delayDays, zone);

/**
 * Whether the notice, posted today, would leave the debtor less than half of its delay: no longer a reasonable delay
 * (C. civ. 1344).
 */
export function isNoticeTooOld(notice: WaitingNotice, todayOn: LocalDate): boolean {
  const { madeOn, deadlineOn = null, delayDays } = notice;
  const givenDays = deadlineOn === null ? delayDays : daysBetween(madeOn, deadlineOn);
  return daysBetween(todayOn, deadlineOf(notice)) < leastDelayDays(givenDays);
}
