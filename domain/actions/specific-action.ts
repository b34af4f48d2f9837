import { type BusinessCalendar, nextSendAt } from '../calendar/business-calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { instantAt, localDate } from '../calendar/local-time.ts';
import { rollForward } from '../calendar/working-days.ts';
import { stoppingHold } from '../messages/stopping-holds.ts';

/**
 * The instant and local day at which a specific action is due. Without a day, or on a day whose send hour has already
 * passed: at once. Otherwise at the send hour of that day, or of the next working day after it.
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

/** What decides whether a specific action may be about one of its invoices. */
export interface ActionItem {
  closedAs: string | null;
  attentionCode: string | null;
  /** Holds in force on the invoice and on its customer. */
  holds: Parameters<typeof stoppingHold>[1];
}

/**
 * Whether a message of a specific action may be about this invoice now: the case is open, no hold stops it, and no
 * person has to look at it first.
 */
export function isFree({ closedAs, attentionCode, holds }: ActionItem, actionId: string | null = null): boolean {
  return closedAs === null && attentionCode === null && stoppingHold('specific_action', holds, actionId) === null;
}

/**
 * When to look again at an action with no invoice that it may be about: at the first send hour after the first hold
 * that ends by itself. Null when all of them wait for a person or for money.
 */
export function freeAgainAt(endsAt: readonly (string | null)[], calendar: BusinessCalendar): string | null {
  const [first] = endsAt.filter((at) => at !== null).toSorted();
  return first === undefined ? null : nextSendAt(first, calendar);
}
