import type { Action } from '../../action/action-data.ts';

const IS_OVER: ReadonlySet<string> = new Set(['done', 'skipped', 'cancelled']);

/**
 * An action whose letter can be printed: as it was made, or as it would be now. What was left out, or done without a message,
 * has none.
 */
export const hasLetter = ({ kind, status, message_id: messageId }: Pick<Action, 'status' | 'kind' | 'message_id'>) =>
  (kind === 'letter' || kind === 'email') && (!IS_OVER.has(status) || messageId !== null);

/** So many the API merges at a time. */
const MOST = 500;

/** Which letters go into which file, in their order: one, unless there are more than the API merges. */
export const fileParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) => ids.slice(at * MOST, (at + 1) * MOST));
