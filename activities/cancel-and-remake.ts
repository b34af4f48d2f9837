import type { CancelReason } from '../domain/messages/cancel-reasons.ts';
import { isOpenState } from '../domain/messages/open-states.ts';
import { remake } from '../facts/messages/remaking/remake.ts';
import { loadMessageToSettle } from '../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../facts/messages/settling/settle-message.ts';
import type { AfterCommit, FactContext } from '../facts/outcome.ts';
import type { Transaction } from '../prisma/client.ts';

/**
 * Cancels a message that may not leave as it was made, in the transaction that judged it so. What is still due of it
 * becomes a new message: at once when a person had confirmed it, otherwise when its invoices are told after the commit
 * and each is planned again.
 */
export async function cancelAndRemake(
  tx: Transaction,
  context: FactContext,
  messageId: string,
  reason: CancelReason,
): Promise<AfterCommit> {
  const message = await loadMessageToSettle(tx, messageId);
  const isOpen = isOpenState(message.status);
  const tellings = await settleMessage(tx, context, message, { kind: 'cancelled', reason });
  const remadeId = isOpen ? await remake(tx, context, message) : null;
  return { startMessageIds: remadeId === null ? [] : [remadeId], tellings };
}
