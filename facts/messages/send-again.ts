import type { Transaction } from '../../prisma/client.ts';
import { MessageStatus } from '../../prisma/generated/enums.ts';
import { settingsOf } from '../business-calendar.ts';
import { accepted, type Judged, refused } from '../decisions/decision.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { remakeOther } from './remake-other.ts';
import { loadMessageToSettle } from './message-to-settle.ts';

/** What came of these counts no more, so that the same may be reserved under its own name. */
const NEVER_LEFT: readonly MessageStatus[] = [MessageStatus.failed, MessageStatus.cancelled];

export const NOTHING_LEFT = refused(
  'nothing_left',
  'Nothing of this message is to be sent any more: complete this task.',
);

/**
 * A person sends again a statement, an acknowledgement or an internal mail that did not leave or came back: a new message, as
 * things stand now. To be called under the lock of the message. Refused where nothing of it is still to be said.
 */
export async function sendAgain(
  tx: Transaction,
  context: FactContext,
  task: { id: string; messageId: string },
  actor: Actor,
): Promise<Judged> {
  const message = await loadMessageToSettle(tx, task.messageId);
  const again = {
    ...message,
    actor: actor as unknown as typeof message.actor,
    originId: NEVER_LEFT.includes(message.status) ? message.originId : task.id,
    test: !settingsOf(message.customer.creditor).liveAt,
  };
  const messageId = await remakeOther(tx, { ...context, actor }, again);
  if (messageId === null) return NOTHING_LEFT;
  return accepted([], messageId);
}
