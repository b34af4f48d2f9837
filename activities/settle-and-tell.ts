import { noticesOf } from '../facts/messages/settling/after-sending.ts';
import { loadMessageToSettle } from '../facts/messages/settling/message-to-settle.ts';
import { type MessageOutcome, settleMessage } from '../facts/messages/settling/settle-message.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { underMessageLock } from './under-lock.ts';

/**
 * Records a message's outcome, then signals every invoice in it and starts the notices of an electronic letter. A
 * repeated call only signals and starts again.
 */
export async function settleAndTell(deps: ActivityDeps, call: MessageCall, outcome: MessageOutcome): Promise<void> {
  const after = await underMessageLock(deps, call, async (tx, context) => {
    const message = await loadMessageToSettle(tx, call.messageId);
    const tellings = await settleMessage(tx, context, message, outcome);
    return { startMessageIds: await noticesOf(tx, message), tellings };
  });
  await carryOut(deps, after, new Date(call.at));
}
