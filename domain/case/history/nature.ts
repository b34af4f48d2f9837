import type { Language } from '../../reminder-content.ts';
import type { HistoryData } from './kinds.ts';

const NATURES = {
  fr: {
    acknowledgement: 'Accusé de réception',
    notice: 'Avis d’envoi recommandé électronique',
  },
  en: {
    acknowledgement: 'Acknowledgement',
    notice: 'Notice of an electronic registered sending',
  },
} as const;

/** What a message is that claims nothing, so that nobody takes it for a reminder; undefined for all others. */
export function natureOf({ origin, notice }: HistoryData, language: Language): string | undefined {
  const words = NATURES[language];
  if (notice) return words.notice;
  return origin === 'acknowledgement' ? words.acknowledgement : undefined;
}

/** The subject of a message, with a colon before it; empty when it has none. */
export function subjectOf({ subject }: HistoryData, language: Language): string {
  if (!subject) return '';
  return language === 'fr' ? `\u00a0: «\u00a0${subject}\u00a0»` : `: “${subject}”`;
}
