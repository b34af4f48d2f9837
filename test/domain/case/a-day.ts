import type { ExplanationSnapshot } from '../../../domain/case/explain.ts';
import { type DayStory, explainDay } from '../../../domain/case/explain-day.ts';
import type { HistoryDataOf } from '../../../domain/case/history/data-by-kind.ts';
import type { HistoryKind } from '../../../domain/case/history/kinds.ts';
import type { PastEntry } from '../../../domain/case/past-case.ts';
import type { Language } from '../../../domain/reminder-content.ts';
import { plain } from '../plain.ts';

// Tuesday 10 November 2026 in a case's life, explained on Friday the 20th; mails leave at 9 in Paris.

export const SEND_AT = '2026-11-10T08:00:00.000Z';
export const END_AT = '2026-11-10T22:59:59.999Z';

export type Next = NonNullable<ExplanationSnapshot['next']>;
/** The step of that day and hour. */
export const R2: Next = {
  ...{ level: 2, kind: 'email', letterKind: null, mode: 'automatic', dueAt: SEND_AT, handed: false },
  ...{ rule: 'previous_step+15', reasons: [] },
};
/** The state of the case at an instant: nothing holds it, unless told otherwise. */
export const stood = (nowAt: string, more: Partial<ExplanationSnapshot> = {}): ExplanationSnapshot => ({
  ...{ nowAt, timeZone: 'Europe/Paris', closed: null, attention: null, holds: [], exhausted: false, next: null },
  ...more,
});
const story = (more: Partial<DayStory> = {}): DayStory => ({
  ...{ on: '2026-11-10', todayOn: '2026-11-20', timeZone: 'Europe/Paris', notWorking: null },
  ...{ entries: [], moved: [], cancelled: [], atSendHour: null, atEnd: null },
  ...more,
});
/** The case was in this state all day. */
export const allDay = (more: Partial<ExplanationSnapshot>): Partial<DayStory> => ({
  atSendHour: stood(SEND_AT, more),
  atEnd: stood(END_AT, more),
});
/** A line of history, at the send hour unless told otherwise. */
export const entry = <Kind extends HistoryKind>(
  kind: Kind,
  data: HistoryDataOf<Kind> | Record<string, never> = {},
  at = SEND_AT,
): Extract<PastEntry, { kind: Kind }> => ({ at, kind, data }) as Extract<PastEntry, { kind: Kind }>;

/** The explanation of the day: its sentence and its reasons, with ordinary spaces so that they can be read. */
export function told(more: Partial<DayStory>, language: Language = 'fr') {
  const { sentence, reasons } = explainDay(story(more), language);
  return { sentence: plain(sentence), reasons: reasons.map(plain) };
}

/** The sentence only. */
export const sentence = (more: Partial<DayStory>, language: Language = 'fr') => told(more, language).sentence;
