import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { HolidayZone } from '../calendar/holidays.ts';
import { leastDelayDays, wholeDelayOn } from './payment-deadline.ts';

/** A formal notice that waits to be posted: the day on which it was made, and the delay that it gives, in days. */
export interface WaitingNotice {
  madeOn: LocalDate;
  delayDays: number;
  zone: HolidayZone;
  /** The day that it names, where that was kept: the delay is then what it gave, and not that of now. */
  deadlineOn?: LocalDate | null;
}

/** The day until which it gives to pay: which it names, else counted from the day on which it was made. */
export const deadlineOf = ({ madeOn, delayDays, zone, deadlineOn = null }: WaitingNotice): LocalDate =>
  deadlineOn ?? wholeDelayOn(madeOn, delayDays, zone);

/** Whether, posted today, it would leave its debtor less than half of the delay: no reasonable one any more (C. civ. 1344). */
export function isNoticeTooOld(notice: WaitingNotice, todayOn: LocalDate): boolean {
  const { madeOn, deadlineOn = null, delayDays } = notice;
  const givenDays = deadlineOn === null ? delayDays : daysBetween(madeOn, deadlineOn);
  return daysBetween(todayOn, deadlineOf(notice)) < leastDelayDays(givenDays);
}
