import type { Action } from '../../../action/action-data.ts';
import { refusalSentence } from '../../../states/refusal-words.ts';
import type { Language } from '../../../words/language.ts';
import { defineWords } from '../../../words/words.ts';
import { type Refused, UNFINISHED } from './in-portions.ts';

export const refusedWords = defineWords(
  {
    one: 'action refusée, rien n’a changé pour elle\u00a0:',
    many: 'actions refusées, rien n’a changé pour elles\u00a0:',
  },
  { one: 'action refused, nothing changed for it:', many: 'actions refused, nothing changed for them:' },
);

/** For an action that was not sent to the API, because a user has unfinished edits of it. */
const UNFINISHED_SAID: Record<Language, string> = {
  fr: 'Ce que vous y avez modifié n’est pas prêt à partir (destinataires ou fichier en cours d’envoi)\u00a0: terminez-le, puis confirmez-le.',
  en: 'What you changed in it is not ready to be sent (recipients, or a file on its way up): finish it, then confirm it.',
};

/** Which action was refused, and why. */
export function refusedSaid(
  { id, code, detail }: Refused,
  chosen: readonly Pick<Action, 'id' | 'text'>[],
  language: Language,
): string {
  const why = code === UNFINISHED ? UNFINISHED_SAID[language] : (refusalSentence(code, language) ?? detail);
  return `${chosen.find((action) => action.id === id)?.text} – ${why}`;
}
