import { refusedInFrench } from '../domain/case/attention-in-words.ts';
import { namedByKind } from '../facts/messages/ask-about-message.ts';
import { DRAWING_FAILED, type ReadMessage } from '../facts/messages/draw-message.ts';
import { loadMessageToSettle } from '../facts/messages/message-to-settle.ts';
import type { Renderers } from '../facts/messages/render-message.ts';
import { undrawable } from '../facts/messages/undrawable.ts';
import { raiseAttention } from '../facts/raise-attention.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { afterCancelling, cancelAndRemake } from './cancel-and-remake.ts';
import { underMessageLock } from './under-lock.ts';

/** What gathers invoices, each of which is asked for again by its own plan or by its run once the message is cancelled. */
const GATHERS: readonly string[] = ['step', 'run'];

/**
 * Of a message that cannot be drawn: asks a person about the invoices over which it cannot be, its own or others of the account, and has
 * the rest made into a new one. Answers whether it did; not when the fault is that of no invoice, or of all.
 */
export async function leaveOut(
  deps: ActivityDeps,
  renderers: Renderers,
  call: MessageCall,
  read: ReadMessage,
): Promise<boolean> {
  if (!GATHERS.includes(read.origin)) return false;
  const { broken, sound } = await undrawable(renderers, read);
  if (broken.length === 0 || sound.length === 0) return false;
  const cancelled = await underMessageLock(deps, call, async (tx, context) => {
    const message = await loadMessageToSettle(tx, call.messageId);
    // Somebody decided otherwise meanwhile.
    if (message.status !== 'reserved') return null;
    const { creditorId, customerId } = message;
    const where = { creditorId, customerId, number: { in: broken } };
    const found = await tx.invoice.findMany({ where, select: { id: true } });
    const text = refusedInFrench(namedByKind(message), DRAWING_FAILED.detail);
    const attention = { code: DRAWING_FAILED.code, text, messageId: call.messageId };
    const brokenIds = found.map(({ id }) => id);
    await raiseAttention(tx, context, brokenIds, attention);
    return cancelAndRemake(tx, context, call.messageId, 'one_cannot_be_made');
  });
  if (cancelled) await afterCancelling(deps, call, cancelled);
  return true;
}
