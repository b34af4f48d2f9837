import { drawMessage, failureOf, readMessage } from '../../activities/draw-message.ts';
import { underMessageLock } from '../../activities/under-lock.ts';
import { sendByHand } from '../../facts/messages/hand-reminder.ts';
import { loadMessageToSettle } from '../../facts/messages/message-to-settle.ts';
import { settleMessage } from '../../facts/messages/settle-message.ts';
import type { FactContext } from '../../facts/outcome.ts';
import type { Database } from '../../prisma/client.ts';

/** How long the mailbox takes to accept a mail. */
const ACCEPTED_AFTER_MS = 20_000;

/**
 * A reminder that a person sent by mail at that moment: reserved, drawn and recorded as the API and the worker do, but that
 * nothing is handed over.
 */
export async function sendReminder(
  db: Database,
  context: FactContext,
  { invoiceId, level }: { invoiceId: string; level: number },
): Promise<void> {
  const { creditorId, at } = context;
  const { messageId } = await sendByHand(
    db,
    context,
    invoiceId,
    { level, mode: 'email' },
    `demo/${invoiceId}/R${level}`,
  );
  const call = { creditorId, messageId, at: at.toISOString() };
  const read = await underMessageLock({ db }, call, (tx) => readMessage(tx, call));
  const failure = failureOf(read);
  if (failure) throw new Error(`R${level} of ${invoiceId} cannot be sent: ${failure.detail}`);
  await drawMessage({ db }, call, read);
  const sentAt = new Date(at.getTime() + ACCEPTED_AFTER_MS);
  await underMessageLock({ db }, call, async (tx) => {
    const tried = { handedOverAt: at, firstTriedAt: at, tries: 1, provider: 'mailbox' };
    await tx.message.update({ where: { id: messageId }, data: tried });
    const message = await loadMessageToSettle(tx, messageId);
    await settleMessage(tx, { ...context, at: sentAt }, message, { kind: 'sent', reference: null });
  });
}
