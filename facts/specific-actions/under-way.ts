import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';
import { MOVES_CASES } from '../messages/settling/ask-about-message.ts';

/**
 * True when another message about one of these invoices is on its way, so that a second one would be too many. A letter
 * that waits to be posted does not count, nor does an uncertain message, about which the case asks.
 */
export async function isUnderWay(tx: Transaction, invoiceIds: readonly string[]): Promise<boolean> {
  const messages = await tx.message.findMany({
    where: {
      origin: { in: [...MOVES_CASES] },
      status: { in: ['reserved', 'rendered', 'sending'] },
      items: { some: { invoiceId: { in: [...invoiceIds] }, active: true, information: false } },
    },
    select: { kind: true, letterKind: true, viaPrintProvider: true },
  });
  return messages.some((message) => !isPostedByPerson(message));
}
