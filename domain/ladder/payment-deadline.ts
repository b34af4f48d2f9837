import { addDays, latestOf, type LocalDate } from '../calendar/local-date.ts';
import type { HolidayZone } from '../calendar/holidays.ts';
import { isWorkingDay, rollForward } from '../calendar/working-days.ts';
import { isFormalNoticeLevel, type ScenarioStep } from './step.ts';

/** One invoice of a message, with what its deadline depends on. */
export interface Written {
  /**
   * Level of the message for this invoice. Above the invoice's own level it is the ladder's next step; otherwise a
   * person wrote it outside the ladder.
   */
  level: number;
  /** A specific action: not a step, although it has the level of what it says. */
  isBesideLadder?: boolean;
  /** `nextTurnOn`: when the next step's turn comes, as planned before this message. */
  invoice: { level: number; nextTurnOn: LocalDate | null; issuedOn: LocalDate; dueOn: LocalDate | null };
  /** Steps of the version that the invoice follows, in order. */
  steps: readonly Pick<ScenarioStep, 'level' | 'anchor' | 'delayDays'>[];
}

export interface DelayGiven {
  todayOn: LocalDate;
  delayDays: number;
  minimumSpacingDays: number;
  zone: HolidayZone;
}

/**
 * Half of a delay, rounded up: less than that is not a reasonable time to pay, and a notice that would leave less is
 * not posted.
 */
export const leastDelayDays = (delayDays: number): number => Math.ceil(delayDays / 2);

/** The last day of a delay: `delayDays` after `fromOn`, moved to a working day. */
export const wholeDelayOn = (fromOn: LocalDate, delayDays: number, zone: HolidayZone): LocalDate =>
  rollForward(addDays(fromOn, delayDays), zone);

/**
 * The last day to pay that a message names: `delayDays` from today, on a working day. Before the formal notice, the
 * deadline ends on the last working day before the next reminder about any of the invoices may leave, so that nobody is
 * reminded within a delay that they were given. The formal notice gives the whole delay, because the law requires a
 * reasonable one. A message outside the ladder gives at least half of the delay, or the whole when the next step only
 * waits for that message.
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

/** Whether a person wrote it outside the scenario, so that it precedes no step of its own. */
const isBeside = ({ level, isBesideLadder = false, invoice }: Written): boolean =>
  isBesideLadder || level <= invoice.level;

/** The earliest day on which the next reminder may leave; null when none is to come, or the day is not known. */
function nextReminderOn(written: Written, given: DelayGiven): LocalDate | null {
  const { level, invoice } = written;
  if (isFormalNoticeLevel(level)) return null;
  if (!isBeside(written)) return nextStepOn(written, given);
  const { todayOn, minimumSpacingDays, zone } = given;
  // Until this day, a step whose turn has already come waits only because of this message.
  const spacedOn = rollForward(addDays(todayOn, Math.max(minimumSpacingDays, 1)), zone);
  return invoice.nextTurnOn && invoice.nextTurnOn > spacedOn ? invoice.nextTurnOn : null;
}

/** The day on which the step after this one may leave, if this one is done today. */
function nextStepOn({ level, invoice, steps }: Written, given: DelayGiven): LocalDate | null {
  const next = steps.find((step) => step.level > level);
  if (!next) return null;
  const { todayOn, minimumSpacingDays, zone } = given;
  const anchorOn = { previous_step: todayOn, issued_on: invoice.issuedOn, due_on: invoice.dueOn ?? invoice.issuedOn };
  const spacedOn = addDays(todayOn, Math.max(minimumSpacingDays, 1));
  return rollForward(latestOf(addDays(anchorOn[next.anchor], next.delayDays), spacedOn), zone);
}
