import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Database } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { loadMessageToSettle } from '../messages/message-to-settle.ts';
import { remakeConfirmed } from '../messages/remake-confirmed.ts';
import { remakeOther } from '../messages/remake-other.ts';
import { settleMessage } from '../messages/settle-message.ts';
import type { FactContext } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import type { Completed } from './complete-action.ts';

const NONE = 'No letter of this action waits to be posted.';

/**
 * Makes a letter anew that waits to be posted: with the day of now, the delay counted from it and the company's account of now. What
 * was posted already is not made anew but completed: only the person who has it in his hands knows. A letter in words of his own, which
 * may state what is no longer so, is asked for again. Answers the new message, null where a person is asked.
 */
export async function remakeLetter(db: Database, context: FactContext, actionId: string): Promise<Completed> {
  return db.$transaction(async (tx) => {
    const where = { id: actionId, creditorId: context.creditorId };
    const found = await tx.action.findFirst({ where, select: { id: true, customerId: true } });
    if (!found) throw notFound();
    await lockAction(tx, found);
    const action = await tx.action.findUniqueOrThrow({ where: { id: actionId } });
    if (action.messageId === null || action.state !== 'open') throw conflict('no_letter', NONE);
    const letter = await loadMessageToSettle(tx, action.messageId);
    if (letter.status !== 'rendered' || !isPostedByPerson(letter)) throw conflict('no_letter', NONE);
    const isSpecific = letter.origin === 'specific_action';
    if (letter.origin !== 'step' && !isSpecific) {
      const detail = 'This letter was made by hand: leave it out, and send it again.';
      throw conflict('made_by_hand', detail);
    }
    const tellings = await settleMessage(tx, context, letter, { kind: 'cancelled', reason: 'made_on_another_day' });
    const messageId = await (isSpecific ? remakeOther : remakeConfirmed)(tx, context, letter);
    return { messageId, tellings };
  });
}
