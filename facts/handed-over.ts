import type { Transaction } from '../prisma/client.ts';
import type { HandedOver } from './outcome.ts';

/**
 * The messages that a provider already had before this fact, with an open outcome. Read it after taking the lock: a
 * hand-over is a transaction under the same lock, so none can happen in between.
 */
export async function readHandedOver(tx: Transaction, invoiceIds: readonly string[]): Promise<HandedOver[]> {
  const items = await tx.messageItem.findMany({
    where: { invoiceId: { in: [...invoiceIds] }, active: true, message: { status: { in: ['sending', 'ambiguous'] } } },
    select: { messageId: true, invoice: { select: { number: true } } },
    orderBy: [{ messageId: 'asc' }, { invoiceId: 'asc' }],
  });
  return items.map((item) => ({ message_id: item.messageId, invoice_number: item.invoice.number }));
}
