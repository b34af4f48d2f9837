import type { Language } from '../words/language.ts';
import { FRENCH_FAULTS } from './french-faults.ts';

/** Recognizes faults that the API already gives in French, such as what a message lacks. */
const FRENCH = /^(«|l[ae]s? |l’|une? |cet? |cette |aucune? |seule? |personne |il |rien |son )/i;

/** The fault of a field in the language of the page. In French, never the API's English text. */
export function faultSentence(detail: string, language: Language): string {
  if (language === 'en') return capital(detail);
  for (const [said, french] of FRENCH_FAULTS) {
    const match = said.exec(detail);
    if (match) return french.replace('$1', match[1] ?? '');
  }
  return isFrench(detail) ? capital(detail) : 'Cette valeur ne convient pas.';
}

export const isFrench = (detail: string): boolean => FRENCH.test(detail);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
