import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { invalid } from '../refused.ts';

/** True when a pause is for insolvency proceedings. */
export const isInsolvency = ({ cause }: { cause?: string | null }): boolean => cause === 'insolvency';

/** The day of the judgment if a person gave it, otherwise the day on which the pause got this cause. */
export function openedOn({ sinceOn, sinceAt }: { sinceOn: Date | null; sinceAt: Date }, timeZone: string): LocalDate {
  return sinceOn ? fromDateColumn(sinceOn) : localDate(sinceAt.toISOString(), timeZone);
}

/**
 * Restarts a pause when it becomes, or stops being, one for insolvency: proceedings begin on the day they are recorded.
 */
export function sinceNow(
  standing: { cause: string | null },
  terms: { cause: string | null },
  at: Date,
): { sinceAt?: Date } {
  return isInsolvency(standing) === isInsolvency(terms) ? {} : { sinceAt: at };
}

/** Refuses the day of a judgment in the future, or with a cause other than insolvency. */
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
