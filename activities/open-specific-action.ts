import { runSpecific } from '../facts/specific-actions/run-specific.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { underActionLock } from './under-lock.ts';

/** What the workflow of a specific action does next. With `untilAt` null it waits until it is signalled. */
export type OpenedSpecificAction =
  | { kind: 'over'; messageId: string | null }
  | { kind: 'waits'; untilAt: string | null };

/**
 * Runs at the hour of an automatic specific action: reserves its one message and starts it, or returns until when to
 * wait. When the action is settled already, it changes nothing.
 */
export const createOpenSpecificAction =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; actionId: string; at: string }): Promise<OpenedSpecificAction> => {
    const move = await underActionLock(deps, call, (tx, context) => runSpecific(tx, context, call.actionId));
    if (!move) return { kind: 'over', messageId: null };
    if (move.kind === 'waits') return move;
    await carryOut(deps, move, new Date(call.at));
    return { kind: 'over', messageId: move.messageId };
  };
