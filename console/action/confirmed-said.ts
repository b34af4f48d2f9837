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
 * What to say after an action was confirmed: it was handed over for sending, and can still wait while sending is
 * stopped. Returns null for a letter that the user prints and posts: that notice links to the letter.
 */
export function confirmedSaid(
  { origin, text }: Pick<Action, 'origin' | 'text'>,
  how: HowItLeaves | undefined,
  language: Language,
): string | null {
  const w = SAID[language];
  // A task that asks a question: it sends nothing itself.
  if (origin === 'attention') return w.goesOn;
  if (origin === 'message') return w.again;
  if (how === 'made' || how === 'waits') return null;
  return w[how ?? 'unknown'](text);
}
