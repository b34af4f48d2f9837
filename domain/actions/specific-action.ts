import { type BusinessCalendar, nextSendAt } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { instantAt, localDate } from '../calendar/local-time.ts';
import { rollForward } from '../calendar/working-days.ts';
import { stoppingHold } from '../messages/stopping-holds.ts';

/**
 * When a specific action is due: without a day, or on a day whose send hour has passed already, at once; else at the send hour
 * of that day, or of the working day that follows it.
 */
export function specificDueAt(
  executeOn: LocalDate | null,
  nowAt: string,
  calendar: BusinessCalendar,
): { dueAt: string; dueOn: LocalDate } {
  const todayOn = localDate(nowAt, calendar.timeZone);
  if (executeOn === null) return { dueAt: nowAt, dueOn: todayOn };
  const dueOn = rollForward(executeOn, calendar.holidayZone);
  const dueAt = instantAt(dueOn, calendar.sendHour, calendar.timeZone);
  return Date.parse(dueAt) > Date.parse(nowAt) ? { dueAt, dueOn } : { dueAt: nowAt, dueOn: todayOn };
}

/** An invoice of a specific action, as far as it matters to whether it may be written about. */
export interface ActionItem {
  closedAs: string | null;
  attentionCode: string | null;
  /** In force, its customer's included. */
  holds: Parameters<typeof stoppingHold>[1];
}

/** Whether a message of a specific action may be about this invoice now: nothing is settled, stopped, or looked at by a person. */
export function isFree({ closedAs, attentionCode, holds }: ActionItem, actionId: string | null = null): boolean {
  return closedAs === null && attentionCode === null && stoppingHold('specific_action', holds, actionId) === null;
}

/**
 * When to look again at an action none of whose invoices may be written about: at the first send hour after the first hold that
 * ends by itself; null when a person, or money, is waited for.
 */
export function freeAgainAt(endsAt: readonly (string | null)[], calendar: BusinessCalendar): string | null {
  const [first] = endsAt.filter((at) => at !== null).toSorted();
  return first === undefined ? null : nextSendAt(first, calendar);
}
