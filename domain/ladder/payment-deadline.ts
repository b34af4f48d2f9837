import { addDays, latestOf, type LocalDate } from '../calendar/local-date.ts';
import type { HolidayZone } from '../calendar/holidays.ts';
import { isWorkingDay, rollForward } from '../calendar/working-days.ts';
import { isFormalNoticeLevel, type ScenarioStep } from './step.ts';

/** A message about one of its invoices. */
export interface Written {
  /** Of the step that it is for this invoice: above the invoice's own, it is the ladder's next step; else a person wrote it beside the ladder. */
  level: number;
  /** `nextTurnOn`: when its next step's turn comes, as planned before this message. */
  invoice: { level: number; nextTurnOn: LocalDate | null; issuedOn: LocalDate; dueOn: LocalDate | null };
  /** Of the version that the invoice follows, in order. */
  steps: readonly Pick<ScenarioStep, 'level' | 'anchor' | 'delayDays'>[];
}

export interface DelayGiven {
  todayOn: LocalDate;
  delayDays: number;
  minimumSpacingDays: number;
  zone: HolidayZone;
}

/** The last day of a delay that begins on a day: so many days later, on a working day. */
export const wholeDelayOn = (fromOn: LocalDate, delayDays: number, zone: HolidayZone): LocalDate =>
  rollForward(addDays(fromOn, delayDays), zone);

/**
 * The last day to pay that a message names: `delayDays` from today, on a working day. Before the formal notice it gives no more
 * time than there is, and ends on the last working day before the next reminder about any of the invoices may leave: nobody is
 * reminded in a delay that he was given. The formal notice gives the whole delay, which the law wants to be reasonable.
 */
export function paymentDeadlineOn(about: readonly Written[], given: DelayGiven): LocalDate {
  const { todayOn, delayDays, zone } = given;
  const wholeOn = wholeDelayOn(todayOn, delayDays, zone);
  const [firstOn] = about.flatMap((written) => nextReminderOn(written, given) ?? []).toSorted();
  if (firstOn === undefined || wholeOn < firstOn) return wholeOn;
  let day = addDays(firstOn, -1);
  while (!isWorkingDay(day, zone)) day = addDays(day, -1);
  return latestOf(day, todayOn);
}

/** The day on which the next reminder may leave at the earliest; null where none is to come, or nobody knows when. */
function nextReminderOn(written: Written, given: DelayGiven): LocalDate | null {
  const { level, invoice } = written;
  if (isFormalNoticeLevel(level)) return null;
  if (level > invoice.level) return nextStepOn(written, given);
  return invoice.nextTurnOn && invoice.nextTurnOn > given.todayOn ? invoice.nextTurnOn : null;
}

/** The day on which the step after this one may leave, were this one done today. */
function nextStepOn({ level, invoice, steps }: Written, given: DelayGiven): LocalDate | null {
  const next = steps.find((step) => step.level > level);
  if (!next) return null;
  const { todayOn, minimumSpacingDays, zone } = given;
  const anchorOn = { previous_step: todayOn, issued_on: invoice.issuedOn, due_on: invoice.dueOn ?? invoice.issuedOn };
  const spacedOn = addDays(todayOn, Math.max(minimumSpacingDays, 1));
  return rollForward(latestOf(addDays(anchorOn[next.anchor], next.delayDays), spacedOn), zone);
}
