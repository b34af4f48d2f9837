import { stepName } from '../case/step-name.ts';
import type { Language } from '../words/language.ts';

const SAID = {
  fr: {
    one: (step: string) => `Remplace l’étape prévue\u00a0: ${step}`,
    many: (steps: string) => `Remplace les étapes prévues\u00a0: ${steps}`,
    unknown: 'Remplace les étapes prévues',
    none: 'Aucune étape n’est remplacée\u00a0: plus aucune n’est prévue aujourd’hui.',
    skipped:
      'L’étape est passée, avec ce motif\u00a0; l’étape suivante compte à partir d’aujourd’hui. Sans cela, elle revient après l’action.',
    skippedMany:
      'Les étapes sont passées, avec ce motif\u00a0; les suivantes comptent à partir d’aujourd’hui. Sans cela, elles reviennent après l’action.',
  },
  en: {
    one: (step: string) => `Takes the place of the planned step: ${step}`,
    many: (steps: string) => `Takes the place of the planned steps: ${steps}`,
    unknown: 'Takes the place of the planned steps',
    none: 'No step is replaced: none is planned for today any more.',
    skipped:
      'The step is skipped, with that as the reason; the next one counts from today. Otherwise it comes back after the action.',
    skippedMany:
      'The steps are skipped, with that as the reason; the next ones count from today. Otherwise they come back after the action.',
  },
};

/**
 * The label and description of the checkbox for replacing steps, from the level of each item's step. No levels means
 * that they are not known.
 */
export function replacedSaid(levels: readonly number[], language: Language): { label: string; description: string } {
  const w = SAID[language];
  if (levels.length === 0) return { label: w.unknown, description: w.skippedMany };
  const names = [...new Set(levels)].map((level) => stepName(level, language)).join(', ');
  return levels.length === 1
    ? { label: w.one(names), description: w.skipped }
    : { label: w.many(names), description: w.skippedMany };
}

/**
 * What to say when an action was to replace steps and found none. Null when it replaced some, or was not to replace
 * any.
 */
export const noneReplaced = (count: number | undefined, language: Language): string | null =>
  count === 0 ? SAID[language].none : null;
