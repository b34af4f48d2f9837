import type { Language } from '../words/language.ts';

/** A reminder within a sentence: `la relance R2`, `le rappel préventif`. */
export function reminderPhrase(level: number, language: Language): string {
  if (language === 'fr') return level > 0 ? `la relance R${level}` : 'le rappel préventif';
  return level > 0 ? `reminder R${level}` : 'the preventive reminder';
}

/** The name of a step on the screen: `R2`, or a preventive reminder. */
export function stepName(level: number | null, language: Language): string {
  if (level === null) return 'Message';
  if (level > 0) return `R${level}`;
  return language === 'fr' ? 'Rappel préventif' : 'Preventive reminder';
}
