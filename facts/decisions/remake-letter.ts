import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Database } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { loadMessageToSettle } from '../messages/message-to-settle.ts';
import type { FactContext } from '../outcome.ts';
import { nothingTakenBack, takeLetterBack } from '../plan/take-letter-back.ts';
import { conflict, notFound } from '../refused.ts';
import type { Completed } from './complete-action.ts';

/** Why the letter before was taken back. */
export const MADE_ANEW = 'made_anew';

const NONE = 'No letter of this action waits to be posted.';

/**
 * Makes a letter anew that waits to be posted: with the day of now, the delay counted from it and the company's account of now. What
 * was posted already is not made anew but completed: only the person who has it in his hands knows. A letter in words of his own, which
 * may state what is no longer so, is asked for again, and so is one that is no longer what was confirmed. Answers the new message, null
 * where none is made, and the action in which it waits: that of a letter by hand or of a run is another one.
 */
export async function remakeLetter(
  db: Database,
  context: FactContext,
  actionId: string,
): Promise<Completed & { actionId: string }> {
  return db.$transaction(async (tx) => {
    const where = { id: actionId, creditorId: context.creditorId };
    const found = await tx.action.findFirst({ where, select: { id: true, customerId: true } });
    if (!found) throw notFound();
    await lockAction(tx, found);
    const action = await tx.action.findUniqueOrThrow({ where: { id: actionId } });
    if (action.messageId === null || action.state !== 'open') throw conflict('no_letter', NONE);
    const letter = await loadMessageToSettle(tx, action.messageId);
    if (letter.status !== 'rendered' || !isPostedByPerson(letter)) throw conflict('no_letter', NONE);
    const after = nothingTakenBack();
    await takeLetterBack(tx, context, { messageId: letter.id, reason: MADE_ANEW, withoutId: null }, after);
    const [messageId = null] = after.remadeIds;
    const made = messageId && (await tx.message.findUniqueOrThrow({ where: { id: messageId } }));
    return { messageId, actionId: (made && made.actionId) || actionId, tellings: after.tellings };
  });
}
