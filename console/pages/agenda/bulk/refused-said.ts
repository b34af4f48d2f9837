import type { Action } from '../../../action/action-data.ts';
import { refusalSentence } from '../../../states/refusal-words.ts';
import type { Language } from '../../../words/language.ts';
import { defineWords } from '../../../words/words.ts';
import type { Refused } from './in-portions.ts';

export const refusedWords = defineWords(
  {
    one: 'action refusée, rien n’a changé pour elle\u00a0:',
    many: 'actions refusées, rien n’a changé pour elles\u00a0:',
  },
  { one: 'action refused, nothing changed for it:', many: 'actions refused, nothing changed for them:' },
);

/** Which one was refused, and why. */
export function refusedSaid(
  { id, code, detail }: Refused,
  chosen: readonly Pick<Action, 'id' | 'text'>[],
  language: Language,
): string {
  return `${chosen.find((action) => action.id === id)?.text} – ${refusalSentence(code, language) ?? detail}`;
}
