import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';
import { MOVES_CASES } from '../messages/settling/ask-about-message.ts';
import { loadMessageToSettle, type MessageToSettle } from '../messages/settling/message-to-settle.ts';
import { isStillHere } from '../messages/settling/settle-message.ts';

/**
 * The reminders about this invoice that are on their way, also those that its open step does not name (under a hold
 * there is no open step). `here`: messages of ladder steps that can still be taken back. Null when one is already with
 * its provider.
 */
export async function carriersOfCase(
  tx: Transaction,
  invoiceId: string,
  openStep: { messageId: string | null } | null,
): Promise<{ here: MessageToSettle[] } | null> {
  const carrierId = openStep?.messageId ?? null;
  const ofCase = { invoiceId, active: true, information: false };
  const items = await tx.messageItem.findMany({
    where: {
      ...ofCase,
      message: { origin: { in: [...MOVES_CASES] }, status: { in: ['reserved', 'rendered', 'sending'] } },
      ...(carrierId === null ? {} : { messageId: { not: carrierId } }),
    },
    select: { messageId: true, stepKey: true, message: { select: { status: true } } },
    orderBy: { messageId: 'asc' },
  });
  if (items.some(({ message }) => message.status === 'sending')) return null;
  const carrier = carrierId === null ? null : await loadMessageToSettle(tx, carrierId);
  if (carrier && !isStillHere(carrier) && !isToPost(carrier)) return null;
  const here = carrier ? [carrier] : [];
  for (const { messageId, stepKey } of items) {
    const message = await loadMessageToSettle(tx, messageId);
    if (stepKey !== null && (isStillHere(message) || isToPost(message))) here.push(message);
  }
  return { here };
}

/** A letter of a run or by hand that nobody has posted yet can be taken back too, like a confirmed one. */
const isToPost = (message: MessageToSettle): boolean =>
  isPostedByPerson(message) && (message.status === 'reserved' || message.status === 'rendered');
