import { loadMessageToSettle, type MessageOutcome, settleMessage } from '../facts/messages/settle-message.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { underMessageLock } from './under-lock.ts';

/** Records a message's outcome, then tells every invoice in it. Repeated, it only tells again. */
export async function settleAndTell(deps: ActivityDeps, call: MessageCall, outcome: MessageOutcome): Promise<void> {
  const tellings = await underMessageLock(deps, call, async (tx, context) =>
    settleMessage(tx, context, await loadMessageToSettle(tx, call.messageId), outcome),
  );
  await tell(deps.db, deps.dispatcher, tellings, new Date(call.at));
}
