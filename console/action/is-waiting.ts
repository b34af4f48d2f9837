import type { Action } from './action-data.ts';

const WAITING = new Set(['to_do', 'to_confirm', 'needs_attention']);

/** Whether the action waits for a person. */
export const isWaiting = ({ status }: Pick<Action, 'status'>): boolean => WAITING.has(status);
