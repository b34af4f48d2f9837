import { type DraftEdits, ownText } from '../draft/draft-edits.ts';
import type { Action } from './action-data.ts';

type Letter = Pick<Action, 'kind' | 'origin' | 'message_id'>;

/** What a person corrected of a letter that he prints and posts himself; of one that is made already nothing, it has its own words. */
export const ownWordsOf = ({ kind, origin, message_id: messageId }: Letter, edits: DraftEdits) =>
  kind === 'letter' && origin === 'step' && !messageId ? ownText(edits) : {};

/**
 * A person corrected the letter that he posts himself: it is kept as corrected, which finishing many at once cannot say of
 * each.
 */
export const hasOwnWords = (action: Letter, edits: DraftEdits | undefined): boolean =>
  edits !== undefined && Object.keys(ownWordsOf(action, edits)).length > 0;
