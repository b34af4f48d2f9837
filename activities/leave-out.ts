import { refusedInFrench } from '../domain/case/attention-in-words.ts';
import { namedByKind } from '../facts/messages/settling/ask-about-message.ts';
import { DRAWING_FAILED, type ReadMessage } from '../facts/messages/drawing/draw-message.ts';
import { loadMessageToSettle } from '../facts/messages/settling/message-to-settle.ts';
import type { Renderers } from '../facts/messages/drawing/render-message.ts';
import { undrawable } from '../facts/messages/drawing/undrawable.ts';
import { raiseAttention } from '../facts/raise-attention.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { cancelAndRemake } from './cancel-and-remake.ts';
import { underMessageLock } from './under-lock.ts';

/**
 * Origins of messages that gather several invoices. Once such a message is cancelled, each of its invoices is asked for
 * again, by its own plan or by its run.
 */
const GATHERS: readonly string[] = ['step', 'run'];

/**
 * For a message that cannot be drawn: asks a person about the invoices that are the cause (of the message, or others of
 * the account) and has the rest made into a new message. Returns false, and does nothing, for a message that gathers no
 * invoices, and when no single invoice is the cause or all of them are.
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
    // Somebody decided otherwise in the meantime.
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
  if (cancelled) await carryOut(deps, cancelled, new Date(call.at));
  return true;
}
