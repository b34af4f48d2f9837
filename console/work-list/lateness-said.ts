import { ageWords } from '../figures/ages.ts';
import type { Language } from '../words/language.ts';
import { counted } from '../words/words.ts';

const SAID = {
  fr: {
    late: 'Retard\u00a0:',
    to: 'à',
    atLeast: 'au moins',
    atMost: 'au plus',
    day: 'jour',
    days: 'jours',
    due: 'Échu, aujourd’hui compris',
  },
  en: {
    late: 'Late by',
    to: 'to',
    atLeast: 'at least',
    atMost: 'at most',
    day: 'day',
    days: 'days',
    due: 'Due today or before',
  },
};

/**
 * `Retard : 61 à 90 jours`: the range of days late that a list is limited to; either end can be open. Null when it is
 * not limited.
 */
export function latenessSaid(least: number | null, most: number | null, language: Language): string | null {
  if (least === null && most === null) return null;
  const w = SAID[language];
  const days = (count: number) => counted(language, count, w.day, w.days);
  if (least === null && most === -1) return ageWords[language].not_due;
  if (least === 0 && most === null) return w.due;
  if (least === null) return `${w.late} ${w.atMost} ${days(most ?? 0)}`;
  if (most === null) return `${w.late} ${w.atLeast} ${days(least)}`;
  return least === most ? `${w.late} ${days(least)}` : `${w.late} ${least} ${w.to} ${days(most)}`;
}
