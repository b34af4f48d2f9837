import { originOf } from '../../domain/actions/action-origin.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Action } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { loadMessageToSettle, type MessageToSettle } from '../messages/settling/message-to-settle.ts';
import { type ActionToSend, loadActionToSend } from '../messages/reserving/reserve-action.ts';
import { isStillHere, settleMessage } from '../messages/settling/settle-message.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { type Judged, refused } from './decision.ts';

/** The action while it can still be decided about; otherwise the refusal. */
export async function openAction(
  tx: Transaction,
  actionId: string | null,
): Promise<{ action: ActionToSend } | { refusal: Judged }> {
  const found = await openOrCarried(tx, actionId);
  if ('refusal' in found) return found;
  return found.carriers.length > 0 ? { refusal: ON_ITS_WAY } : { action: found.action };
}

/** An action with the messages that carry it, none of which the provider has yet. */
export interface Carried {
  action: ActionToSend;
  carriers: MessageToSettle[];
}

/**
 * The action with the messages that carry it, for a decision that takes those back while the provider does not have
 * them; otherwise the refusal.
 */
export async function openOrCarried(tx: Transaction, actionId: string | null): Promise<Carried | { refusal: Judged }> {
  const action = actionId === null ? null : await loadActionToSend(tx, actionId);
  const refusal = refuseSettled(action);
  if (!action || refusal) return { refusal: refusal ?? UNKNOWN };
  const carriers: MessageToSettle[] = [];
  for (const id of new Set(action.openSteps.map(({ messageId }) => messageId))) {
    if (id !== null) carriers.push(await loadMessageToSettle(tx, id));
  }
  // A specific action has no open step: its message itself is on its way, unless a person posts it.
  const own =
    originOf(action) === 'specific_action' && action.messageId ? await loadMessageToSettle(tx, action.messageId) : null;
  if (own && !isPostedByPerson(own)) carriers.push(own);
  return carriers.every(isStillHere) ? { action, carriers } : { refusal: ON_ITS_WAY };
}

/**
 * Cancels the messages that carry the action, so that it can be decided about. Call it once nothing can be refused any
 * more.
 */
export async function cancelCarriers(
  tx: Transaction,
  by: FactContext,
  { action, carriers }: Carried,
): Promise<{ action: ActionToSend; tellings: Telling[] }> {
  if (carriers.length === 0) return { action, tellings: [] };
  const tellings: Telling[] = [];
  for (const message of carriers)
    tellings.push(...(await settleMessage(tx, by, message, { kind: 'cancelled', reason: 'withdrawn' })));
  return { action: (await loadActionToSend(tx, action.id)) ?? action, tellings };
}

const ON_ITS_WAY = refused('already_handed_over', 'This reminder is on its way already.');
const UNKNOWN = refused('unknown_action', 'This action does not exist any more.');

/** Refuses an action that does not exist or is settled. */
export function refuseSettled(action: Pick<Action, 'state'> | null): Judged | null {
  if (!action) return UNKNOWN;
  if (action.state === 'done') return refused('already_done', 'This action is done already.');
  return action.state === 'open' ? null : refused('withdrawn', 'This action was withdrawn.');
}
