import type { HowItLeaves } from '../providers/how-it-leaves.ts';
import type { Language } from '../words/language.ts';
import type { Action } from './action-data.ts';

const SAID = {
  fr: {
    itself: (name: string) => `Parti\u00a0: ${name}`,
    posted: (name: string) => `Remis au prestataire éditique\u00a0: ${name}`,
    unknown: (name: string) => `Confirmé\u00a0: ${name}`,
    goesOn: 'Le dossier reprend son cours\u00a0; rien n’a été renvoyé.',
    again: 'C’est reparti\u00a0: un nouvel envoi, avec les montants du jour.',
  },
  en: {
    itself: (name: string) => `Left: ${name}`,
    posted: (name: string) => `Given to the print provider: ${name}`,
    unknown: (name: string) => `Confirmed: ${name}`,
    goesOn: 'The case goes on; nothing was sent again.',
    again: 'Sent anew, with today’s amounts.',
  },
};

/** What came of an action that was confirmed; null: a letter that a person prints and posts, which is said with the letter. */
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
