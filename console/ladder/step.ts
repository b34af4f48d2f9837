import type { Schema } from '../api/client.ts';
import type { Language } from '../words/language.ts';
import { counted } from '../words/words.ts';

/** A step of a scenario. */
export type Step = Schema<'Scenario'>['steps'][number];

const ANCHORS: Record<Language, Record<Step['anchor'], string>> = {
  fr: { issued_on: 'la date de facture', due_on: 'l’échéance', previous_step: 'l’étape précédente' },
  en: { issued_on: 'the invoice’s date', due_on: 'the due date', previous_step: 'the step before' },
};

/** The date that days are counted from: « la date de facture ». */
export const anchorWord = (anchor: Step['anchor'], language: Language): string => ANCHORS[language][anchor];

/** The day of a step as shown on the ladder: `J+15`, `J−5`, or `+15 j` after the previous step. */
export function dayMark({ delay_days: days, anchor }: Pick<Step, 'delay_days' | 'anchor'>, language: Language): string {
  if (anchor === 'previous_step') return `+${days}\u00a0${language === 'fr' ? 'j' : 'd'}`;
  const day = language === 'fr' ? 'J' : 'D';
  return days < 0 ? `${day}−${-days}` : `${day}+${days}`;
}

/** « 15 jours après la date de facture ». */
export function dayWords(
  { delay_days: days, anchor }: Pick<Step, 'delay_days' | 'anchor'>,
  language: Language,
): string {
  const from = anchorWord(anchor, language);
  const count = counted(
    language,
    Math.abs(days),
    language === 'fr' ? 'jour' : 'day',
    language === 'fr' ? 'jours' : 'days',
  );
  if (language === 'en')
    return days === 0 ? `on the day of ${from}` : `${count} ${days < 0 ? 'before' : 'after'} ${from}`;
  if (days === 0) return anchor === 'issued_on' ? 'le jour de la facture' : `le jour de ${from}`;
  return `${count} ${days < 0 ? 'avant' : 'après'} ${from}`;
}
