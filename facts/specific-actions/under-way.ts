import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';
import { MOVES_CASES } from '../messages/ask-about-message.ts';

/**
 * Whether another message about one of these invoices is on its way by itself: a second one beside it would be one too many. Not a
 * letter that waits for whoever posts it; of what is uncertain its case asks.
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
