import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Database } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { loadMessageToSettle } from '../messages/settling/message-to-settle.ts';
import { type FactContext, nothingAfterCommit } from '../outcome.ts';
import { takeLetterBack } from '../plan/take-letter-back.ts';
import { conflict, notFound } from '../refused.ts';
import type { Completed } from './complete-action.ts';

/** The reason with which the earlier letter was taken back. */
export const MADE_ANEW = 'made_anew';

const NONE = 'No letter of this action waits to be posted.';

/**
 * Remakes a letter that waits to be posted, with today's date, the delay counted from it and the company's current
 * account. A letter that was already posted must be completed instead; only the person who has it knows. A letter in a
 * person's own words, which may state what is no longer true, is asked for again, and so is one that is no longer what
 * was confirmed. Returns the new message (null when none is made) and the action in which it waits: for a letter by
 * hand or of a run that is another action.
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
    const after = nothingAfterCommit();
    await takeLetterBack(tx, context, { messageId: letter.id, reason: MADE_ANEW, withoutId: null }, after);
    const [messageId = null] = after.startMessageIds;
    const made = messageId && (await tx.message.findUniqueOrThrow({ where: { id: messageId } }));
    return { messageId, actionId: (made && made.actionId) || actionId, ...after };
  });
}
