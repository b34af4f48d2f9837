import { formatLongDate } from '../../format/date.ts';
import type { Language } from '../../reminder-content.ts';
import type { HistoryData } from './kinds.ts';

const WORDS = {
  fr: {
    letter: 'Envoi du courrier',
    posted: 'corrigé\u00a0: posté le',
    number: 'n°\u00a0',
    none: 'sans numéro',
    before: 'noté avant\u00a0: le',
  },
  en: {
    letter: 'Sending of letter',
    posted: 'corrected: posted on',
    number: 'no. ',
    none: 'no number',
    before: 'noted before:',
  },
} as const;

/** What is known now of a letter that a person posted, and what had been noted of it before; without a full stop. */
export function correctedPosting(data: HistoryData, language: Language): string {
  const w = WORDS[language];
  const said = (on: string | undefined, number: string | undefined) =>
    `${on ? formatLongDate(on, language) : ''}, ${number ? `${w.number}${number}` : w.none}`;
  const level = data.level ? ` R${data.level}` : '';
  const now = said(data.on, data.registeredNumber);
  return `${w.letter}${level} ${w.posted} ${now} (${w.before} ${said(data.onBefore, data.registeredNumberBefore)})`;
}
