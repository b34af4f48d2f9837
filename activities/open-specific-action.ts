import { runSpecific } from '../facts/specific-actions/run-specific.ts';
import { startMessage } from '../temporal/start-message.ts';
import { tell } from '../temporal/tell.ts';
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
    const at = new Date(call.at);
    const move = await underActionLock(deps, call, (tx, context) => runSpecific(tx, context, call.actionId));
    if (!move) return { kind: 'over', messageId: null };
    if (move.kind === 'waits') return move;
    if (move.messageId) await startMessage(deps.db, deps.dispatcher, move.messageId, at);
    await tell(deps.db, deps.dispatcher, move.tellings, at);
    return { kind: 'over', messageId: move.messageId };
  };
