import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { invalid } from '../refused.ts';

/** Whether a pause tells of insolvency proceedings. */
export const isInsolvency = ({ cause }: { cause?: string | null }): boolean => cause === 'insolvency';

/** The day of the judgment, as a person said it; else that on which the pause began to tell of it. */
export function openedOn({ sinceOn, sinceAt }: { sinceOn: Date | null; sinceAt: Date }, timeZone: string): LocalDate {
  return sinceOn ? fromDateColumn(sinceOn) : localDate(sinceAt.toISOString(), timeZone);
}

/** Proceedings begin on the day on which they are told, and not with the pause for another cause that they take over; nor do they last on. */
export function sinceNow(
  standing: { cause: string | null },
  terms: { cause: string | null },
  at: Date,
): { sinceAt?: Date } {
  return isInsolvency(standing) === isInsolvency(terms) ? {} : { sinceAt: at };
}

/** Refuses the day of a judgment that is still to come, and one of a pause that tells of no proceedings. */
export function refuseSince(
  input: { cause?: string | null | undefined; since_on?: LocalDate | null | undefined },
  todayOn: LocalDate,
): void {
  const { cause = null, since_on: sinceOn = null } = input;
  if (sinceOn === null) return;
  if (!isInsolvency({ cause })) {
    const detail = 'Only insolvency proceedings have a day on which they were opened.';
    throw invalid('not_insolvency', '/since_on', detail, 'Give the cause insolvency, or leave the day out.');
  }
  if (sinceOn > todayOn) {
    const detail = `This day is still to come; today is ${todayOn}.`;
    throw invalid('day_to_come', '/since_on', detail, 'Give the day of the judgment.');
  }
}
