import { formatLongDate } from '../../format/date.ts';
import type { Reason } from '../../ladder/plan.ts';
import type { Language } from '../../reminder-content.ts';
import { reasonsInWords } from '../explanation/reasons-in-words.ts';
import type { ExplanationWords } from '../explanation/words.ts';

/** Why a step was planned as it was, with full dates; undefined when no reasons were stored. */
export function plannedBecause(
  reasons: readonly Reason[] | undefined,
  words: ExplanationWords,
  language: Language,
): string | undefined {
  const told = reasons?.filter(({ code }) => code !== 'waiting') ?? [];
  return reasonsInWords(told, words, (on) => formatLongDate(on, language)).join(', ') || undefined;
}
