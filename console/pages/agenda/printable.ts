import type { Action } from '../../action/action-data.ts';

const IS_OVER: ReadonlySet<string> = new Set(['done', 'skipped', 'cancelled']);

/**
 * Whether the action has a letter to print, made or as it would be made now. Skipped, cancelled or finished without a
 * message, it has none.
 */
export const hasLetter = ({ kind, status, message_id: messageId }: Pick<Action, 'status' | 'kind' | 'message_id'>) =>
  (kind === 'letter' || kind === 'email') && (!IS_OVER.has(status) || messageId !== null);

/** Limit of the API for one file. */
const MOST = 500;

/** Splits the letters into as many files as the API's limit requires, in order. */
export const fileParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) => ids.slice(at * MOST, (at + 1) * MOST));
