import { type DraftEdits, ownText } from '../draft/draft-edits.ts';
import type { Action } from './action-data.ts';

type Letter = Pick<Action, 'kind' | 'origin' | 'message_id'>;

/**
 * The user's corrections of a letter that the user prints and posts. Empty when the letter is made already: it has its
 * own text.
 */
export const ownWordsOf = ({ kind, origin, message_id: messageId }: Letter, edits: DraftEdits) =>
  kind === 'letter' && origin === 'step' && !messageId ? ownText(edits) : {};

/**
 * Whether the user corrected a letter to be printed and posted by hand. It is kept as corrected, so it cannot be
 * finished together with many others: that request has no text per action.
 */
export const hasOwnWords = (action: Letter, edits: DraftEdits | undefined): boolean =>
  edits !== undefined && Object.keys(ownWordsOf(action, edits)).length > 0;
