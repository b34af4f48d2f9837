import type { HowItLeaves } from '../providers/how-it-leaves.ts';
import type { Language } from '../words/language.ts';
import type { Action } from './action-data.ts';

const SAID = {
  fr: {
    itself: (name: string) => `Remis à l’envoi\u00a0: ${name}`,
    posted: (name: string) => `À l’envoi par le prestataire éditique\u00a0: ${name}`,
    unknown: (name: string) => `Confirmé\u00a0: ${name}`,
    goesOn: 'Le dossier reprend son cours, selon son scénario.',
    again: 'Remis à l’envoi de nouveau, avec les montants du jour.',
  },
  en: {
    itself: (name: string) => `Given to be sent: ${name}`,
    posted: (name: string) => `To be sent by the print provider: ${name}`,
    unknown: (name: string) => `Confirmed: ${name}`,
    goesOn: 'The case goes on, by its scenario.',
    again: 'Given to be sent anew, with today’s amounts.',
  },
};

/**
 * What came of an action that was confirmed: it is given to be sent, and may wait while the sending stands still; null: a letter that
 * a person prints and posts, which is said with the letter.
 */
export function confirmedSaid(
  { origin, text }: Pick<Action, 'origin' | 'text'>,
  how: HowItLeaves | undefined,
  language: Language,
): string | null {
  const w = SAID[language];
  // Tasks that ask something: nothing of their own leaves.
  if (origin === 'attention') return w.goesOn;
  if (origin === 'message') return w.again;
  if (how === 'made' || how === 'waits') return null;
  return w[how ?? 'unknown'](text);
}
