import type { CancelReason } from '../../domain/messages/cancel-reasons.ts';
import type { Transaction } from '../../prisma/client.ts';
import { loadMessageToSettle } from '../messages/settling/message-to-settle.ts';
import { remake } from '../messages/remaking/remake.ts';
import { settleMessage } from '../messages/settling/settle-message.ts';
import type { CollectedAfterCommit, FactContext } from '../outcome.ts';

/**
 * Takes back a letter that nobody has posted yet. What is still due of it becomes a new letter at once when a person
 * had asked for it. `withoutId`: an invoice to leave out of the new letter, because something else is decided about it.
 * Returns whether one was made.
 */
export async function takeLetterBack(
  tx: Transaction,
  context: FactContext,
  letter: { messageId: string; reason: CancelReason; isWithdrawn?: boolean; withoutId: string | null },
  after: CollectedAfterCommit,
): Promise<boolean> {
  const message = await loadMessageToSettle(tx, letter.messageId);
  after.tellings.push(...(await settleMessage(tx, context, message, { kind: 'cancelled', reason: letter.reason })));
  if (letter.isWithdrawn) return false;
  const rest = { ...message, items: message.items.filter(({ invoiceId }) => invoiceId !== letter.withoutId) };
  const remadeId = await remake(tx, context, rest);
  if (remadeId) after.startMessageIds.push(remadeId);
  return remadeId !== null;
}
