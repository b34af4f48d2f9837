import { isOpenState } from '../domain/messages/open-states.ts';
import { remakeConfirmed } from '../facts/messages/remake-confirmed.ts';
import { remakeOther } from '../facts/messages/remake-other.ts';
import { loadMessageToSettle } from '../facts/messages/message-to-settle.ts';
import { settleMessage } from '../facts/messages/settle-message.ts';
import { startMessage } from '../temporal/start-message.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { underMessageLock } from './under-lock.ts';

/**
 * Cancels a message that may not leave as it was made. What is still due of it becomes a new one: at once when a person had
 * confirmed it, otherwise when each invoice, told here, is planned again.
 */
export async function cancelAndRemake(deps: ActivityDeps, call: MessageCall, reason: string): Promise<void> {
  const { tellings, remadeId } = await underMessageLock(deps, call, async (tx, context) => {
    const message = await loadMessageToSettle(tx, call.messageId);
    const isOpen = isOpenState(message.status);
    const told = await settleMessage(tx, context, message, { kind: 'cancelled', reason });
    if (!isOpen) return { tellings: told, remadeId: null };
    const remadeId = (await remakeConfirmed(tx, context, message)) ?? (await remakeOther(tx, context, message));
    return { tellings: told, remadeId };
  });
  const at = new Date(call.at);
  if (remadeId) await startMessage(deps.db, deps.dispatcher, remadeId, at);
  await tell(deps.db, deps.dispatcher, tellings, at);
}
