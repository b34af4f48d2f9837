import type { Language } from '../words/language.ts';

/** How a step is called on the screen: `R2`, or a preventive reminder. */
export function stepName(level: number | null, language: Language): string {
  if (level === null) return 'Message';
  if (level > 0) return `R${level}`;
  return language === 'fr' ? 'Rappel préventif' : 'Preventive reminder';
}
