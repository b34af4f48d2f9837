import { SPECIFIC_ACTION } from '../../domain/actions/specific-action.ts';
import type { Action } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { isPostedByPerson } from '../messages/posted-by-person.ts';
import { type ActionToSend, loadActionToSend } from '../messages/reserve-action.ts';
import { type Judged, refused } from './decision.ts';

/** The action when something may still be decided about it; otherwise the refusal. */
export async function openAction(
  tx: Transaction,
  actionId: string | null,
): Promise<{ action: ActionToSend } | { refusal: Judged }> {
  const action = actionId === null ? null : await loadActionToSend(tx, actionId);
  const refusal = refuseSettled(action);
  if (!action || refusal) return { refusal: refusal ?? UNKNOWN };
  // A specific action has no open step: its message itself is on its way, unless a person is to post it.
  const isLeaving = action.origin === SPECIFIC_ACTION && (await isOnItsWay(tx, action.messageId));
  const carried = isLeaving || action.openSteps.some((step) => step.messageId !== null);
  if (carried) return { refusal: refused('already_handed_over', 'This reminder is on its way already.') };
  return { action };
}

const UNKNOWN = refused('unknown_action', 'This action does not exist any more.');

/** Refuses an action that is gone or settled. */
export function refuseSettled(action: Pick<Action, 'state'> | null): Judged | null {
  if (!action) return UNKNOWN;
  if (action.state === 'done') return refused('already_done', 'This action is done already.');
  return action.state === 'open' ? null : refused('withdrawn', 'This action was withdrawn.');
}

async function isOnItsWay(tx: Transaction, messageId: string | null): Promise<boolean> {
  const select = { kind: true, letterKind: true, viaPrintProvider: true } as const;
  const message = messageId === null ? null : await tx.message.findUnique({ where: { id: messageId }, select });
  return message !== null && !isPostedByPerson(message);
}
