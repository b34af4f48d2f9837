import type { Action } from './action-data.ts';
import { isOpenAction } from './what-can-be-decided.ts';

/** What became of a letter that was to be made anew, by the action that is answered: only with a message is there one to print. */
export function madeAnew(now: Pick<Action, 'message_id' | 'status'>): 'done' | 'asked' | 'planned' | 'none' {
  if (now.message_id !== null) return 'done';
  if (!isOpenAction(now)) return 'none';
  return now.status === 'planned' ? 'planned' : 'asked';
}
