import { addDays, latestOf, type LocalDate } from '../calendar/local-date.ts';
import type { HolidayZone } from '../calendar/holidays.ts';
import { isWorkingDay, rollForward } from '../calendar/working-days.ts';
import { isFormalNoticeLevel, type ScenarioStep } from './step.ts';

/** A message about one of its invoices. */
export interface Written {
  /** Of the step that it is for this invoice: above the invoice's own, it is the ladder's next step; else a person wrote it beside the ladder. */
  level: number;
  /** It is no step whatever its level: a specific action, which has the level of what it says. */
  isBesideLadder?: boolean;
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

/** Half of a delay, rounded up: with less a debtor has no reasonable time left, nor is a notice posted that leaves him less. */
export const leastDelayDays = (delayDays: number): number => Math.ceil(delayDays / 2);

/** The last day of a delay that begins on a day: so many days later, on a working day. */
export const wholeDelayOn = (fromOn: LocalDate, delayDays: number, zone: HolidayZone): LocalDate =>
  rollForward(addDays(fromOn, delayDays), zone);

/**
 * The last day to pay that a message names: `delayDays` from today, on a working day. Before the formal notice it gives no more
 * time than there is, and ends on the last working day before the next reminder about any of the invoices may leave: nobody is
 * reminded in a delay that he was given. The formal notice gives the whole delay, which the law wants to be reasonable; a message
 * beside the ladder at least half of it, and the whole where the next step only waits for that message.
 */
export function paymentDeadlineOn(about: readonly Written[], given: DelayGiven): LocalDate {
  const wholeOn = wholeDelayOn(given.todayOn, given.delayDays, given.zone);
  const [firstOn = wholeOn] = about.map((written) => lastDayOf(written, wholeOn, given)).toSorted();
  return firstOn;
}

/** The last day to pay for one invoice: the whole delay, or what its next reminder leaves of it. */
function lastDayOf(written: Written, wholeOn: LocalDate, given: DelayGiven): LocalDate {
  const { todayOn, delayDays, zone } = given;
  const nextOn = nextReminderOn(written, given);
  if (nextOn === null || wholeOn < nextOn) return wholeOn;
  let day = addDays(nextOn, -1);
  while (!isWorkingDay(day, zone)) day = addDays(day, -1);
  return latestOf(day, isBeside(written) ? wholeDelayOn(todayOn, leastDelayDays(delayDays), zone) : todayOn);
}

/** A person wrote it outside the scenario: it comes before no step of its own. */
const isBeside = ({ level, isBesideLadder = false, invoice }: Written): boolean =>
  isBesideLadder || level <= invoice.level;

/** The day on which the next reminder may leave at the earliest; null where none is to come, or nobody knows when. */
function nextReminderOn(written: Written, given: DelayGiven): LocalDate | null {
  const { level, invoice } = written;
  if (isFormalNoticeLevel(level)) return null;
  if (!isBeside(written)) return nextStepOn(written, given);
  const { todayOn, minimumSpacingDays, zone } = given;
  // Until then a step waits whose turn has come already: for this message, and for no day of its own.
  const spacedOn = rollForward(addDays(todayOn, Math.max(minimumSpacingDays, 1)), zone);
  return invoice.nextTurnOn && invoice.nextTurnOn > spacedOn ? invoice.nextTurnOn : null;
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
