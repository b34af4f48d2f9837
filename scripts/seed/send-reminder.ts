import { underMessageLock } from '../../activities/under-lock.ts';
import { renderEmail } from '../../emails/render-email.tsx';
import { completeAction } from '../../facts/decisions/complete-action.ts';
import { drawMessage, failureOf, readMessage } from '../../facts/messages/drawing/draw-message.ts';
import { sendByHand } from '../../facts/messages/by-hand/hand-reminder.ts';
import { loadMessageToSettle } from '../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../facts/messages/settling/settle-message.ts';
import type { FactContext } from '../../facts/outcome.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import type { Database } from '../../prisma/client.ts';

/** How long the mailbox takes to accept a mail. */
const ACCEPTED_AFTER_MS = 20_000;
/** The time from writing a registered letter to handing it in at the post office. */
const POSTED_AFTER_MS = 4 * 3_600_000;

const REGISTERED_LEVEL = 3;

/**
 * A reminder that a person sent at that moment, by mail or as a registered letter: reserved, drawn and recorded as the API
 * and the worker do, but not handed to a provider.
 */
export async function sendReminder(
  db: Database,
  context: FactContext,
  { invoiceId, level }: { invoiceId: string; level: number },
): Promise<void> {
  const { creditorId, at } = context;
  const isLetter = level >= REGISTERED_LEVEL;
  const input = isLetter
    ? ({ level, mode: 'letter', letter_kind: 'registered' } as const)
    : ({ level, mode: 'email' } as const);
  const { messageId } = await sendByHand(db, context, invoiceId, input, `demo/${invoiceId}/R${level}`);
  await draw(db, { creditorId, messageId, at: at.toISOString() });
  await (isLetter ? post(db, context, messageId) : accept(db, context, messageId));
}

/** Draws a reserved mail and records it as sent. */
export async function sendMail(db: Database, context: FactContext, messageId: string): Promise<void> {
  await draw(db, { creditorId: context.creditorId, messageId, at: context.at.toISOString() });
  await accept(db, context, messageId);
}

async function draw(db: Database, call: { creditorId: string; messageId: string; at: string }): Promise<void> {
  const read = await underMessageLock({ db }, call, (tx) => readMessage(tx, call));
  const failure = failureOf(read);
  if (failure) throw new Error(`Message ${call.messageId} cannot be sent: ${failure.detail}`);
  await drawMessage(db, { renderEmail, renderLetter }, call, read);
}

/** Records that the mailbox accepted it. */
async function accept(db: Database, context: FactContext, messageId: string): Promise<void> {
  const { creditorId, at } = context;
  const call = { creditorId, messageId, at: at.toISOString() };
  const sentAt = new Date(at.getTime() + ACCEPTED_AFTER_MS);
  await underMessageLock({ db }, call, async (tx) => {
    const tried = { handedOverAt: at, firstTriedAt: at, tries: 1, provider: 'mailbox' };
    await tx.message.update({ where: { id: messageId }, data: tried });
    const message = await loadMessageToSettle(tx, messageId);
    await settleMessage(tx, { ...context, at: sentAt }, message, { kind: 'sent', reference: null });
  });
}

/** Records that a person posted it the same day. */
async function post(db: Database, context: FactContext, messageId: string): Promise<void> {
  const { id } = await db.action.findFirstOrThrow({ where: { messageId }, select: { id: true } });
  await completeAction(db, { ...context, at: new Date(context.at.getTime() + POSTED_AFTER_MS) }, id, {});
}
