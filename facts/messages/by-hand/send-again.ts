import type { Transaction } from '../../../prisma/client.ts';
import { MessageStatus } from '../../../prisma/generated/enums.ts';
import { settingsOf } from '../../business-calendar.ts';
import { accepted, type Judged, refused } from '../../decisions/decision.ts';
import type { Actor, FactContext } from '../../outcome.ts';
import { remakeOther } from '../remaking/remake-other.ts';
import { loadMessageToSettle } from '../settling/message-to-settle.ts';
import { asJson } from '../../stored-json.ts';

/** Messages that never left: the new message may take over their origin's id. */
const NEVER_LEFT: readonly MessageStatus[] = [MessageStatus.failed, MessageStatus.cancelled];

export const NOTHING_LEFT = refused(
  'nothing_left',
  'Nothing of this message is to be sent any more: complete this task.',
);

/**
 * A person sends a statement, an acknowledgement or an internal mail again that did not leave or came back: a new
 * message, with current content. Call it under the lock of the message. Refused when nothing of it is left to say.
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
    actor: asJson(actor),
    originId: NEVER_LEFT.includes(message.status) ? message.originId : task.id,
    test: !settingsOf(message.customer.creditor).liveAt,
  };
  const messageId = await remakeOther(tx, { ...context, actor }, again);
  if (messageId === null) return NOTHING_LEFT;
  return accepted([], messageId);
}
