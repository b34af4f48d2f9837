import type { CancelReason } from '../domain/messages/cancel-reasons.ts';
import { isOpenState } from '../domain/messages/open-states.ts';
import { remake } from '../facts/messages/remake.ts';
import { loadMessageToSettle } from '../facts/messages/message-to-settle.ts';
import { settleMessage } from '../facts/messages/settle-message.ts';
import type { FactContext, Telling } from '../facts/outcome.ts';
import type { Transaction } from '../prisma/client.ts';
import { startMessage } from '../temporal/start-message.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';

/** What is left to do after the commit that cancelled a message. */
interface Cancelled {
  tellings: Telling[];
  remadeId: string | null;
}

/**
 * Cancels a message that may not leave as it was made, in the transaction that judged it so. What is still due of it
 * becomes a new message: at once when a person had confirmed it, otherwise when `afterCancelling` signals its invoices
 * and each is planned again.
 */
export async function cancelAndRemake(
  tx: Transaction,
  context: FactContext,
  messageId: string,
  reason: CancelReason,
): Promise<Cancelled> {
  const message = await loadMessageToSettle(tx, messageId);
  const isOpen = isOpenState(message.status);
  const tellings = await settleMessage(tx, context, message, { kind: 'cancelled', reason });
  if (!isOpen) return { tellings, remadeId: null };
  const remadeId = await remake(tx, context, message);
  return { tellings, remadeId };
}

/** Starts the message that replaces the cancelled one, and signals the cases. */
export async function afterCancelling(deps: ActivityDeps, call: MessageCall, cancelled: Cancelled): Promise<void> {
  const at = new Date(call.at);
  if (cancelled.remadeId) await startMessage(deps.db, deps.dispatcher, cancelled.remadeId, at);
  await tell(deps.db, deps.dispatcher, cancelled.tellings, at);
}
