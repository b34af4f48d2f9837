import type { Action } from './action-data.ts';
import { isOpenAction } from './what-can-be-decided.ts';

/**
 * What became of the request to make a letter again, from the action in the answer. Only an action with a message has a
 * letter to print.
 */
export function madeAnew(now: Pick<Action, 'message_id' | 'status'>): 'done' | 'asked' | 'planned' | 'none' {
  if (now.message_id !== null) return 'done';
  if (!isOpenAction(now)) return 'none';
  return now.status === 'planned' ? 'planned' : 'asked';
}
