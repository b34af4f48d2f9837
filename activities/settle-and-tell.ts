import { noticesOf } from '../facts/messages/after-sending.ts';
import { loadMessageToSettle } from '../facts/messages/message-to-settle.ts';
import { type MessageOutcome, settleMessage } from '../facts/messages/settle-message.ts';
import { startMessage } from '../temporal/start-message.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { underMessageLock } from './under-lock.ts';

/**
 * Records a message's outcome, then signals every invoice in it and starts the notices of an electronic letter. A
 * repeated call only signals and starts again.
 */
export async function settleAndTell(deps: ActivityDeps, call: MessageCall, outcome: MessageOutcome): Promise<void> {
  const { tellings, notices } = await underMessageLock(deps, call, async (tx, context) => {
    const message = await loadMessageToSettle(tx, call.messageId);
    const told = await settleMessage(tx, context, message, outcome);
    return { tellings: told, notices: await noticesOf(tx, message) };
  });
  const at = new Date(call.at);
  for (const id of notices) await startMessage(deps.db, deps.dispatcher, id, at);
  await tell(deps.db, deps.dispatcher, tellings, at);
}
