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

/** What the box says of the steps that an action takes the place of, each item's by its level; none: they are not known. */
export function replacedSaid(levels: readonly number[], language: Language): { label: string; description: string } {
  const w = SAID[language];
  if (levels.length === 0) return { label: w.unknown, description: w.skippedMany };
  const names = [...new Set(levels)].map((level) => stepName(level, language)).join(', ');
  return levels.length === 1
    ? { label: w.one(names), description: w.skipped }
    : { label: w.many(names), description: w.skippedMany };
}

/** What is said of an action that was to take the place of steps and found none; null where it did, or was to take no step's. */
export const noneReplaced = (count: number | undefined, language: Language): string | null =>
  count === 0 ? SAID[language].none : null;
