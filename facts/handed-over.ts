import type { Transaction } from '../prisma/client.ts';
import type { HandedOver } from './outcome.ts';

/**
 * What had gone to the provider before this fact, with its outcome still open. To be read after the lock: a hand-over is a
 * transaction under the same lock, so there is no window between.
 */
export async function readHandedOver(tx: Transaction, invoiceIds: readonly string[]): Promise<HandedOver[]> {
  const items = await tx.messageItem.findMany({
    where: { invoiceId: { in: [...invoiceIds] }, active: true, message: { status: { in: ['sending', 'ambiguous'] } } },
    select: { messageId: true, invoice: { select: { number: true } } },
    orderBy: [{ messageId: 'asc' }, { invoiceId: 'asc' }],
  });
  return items.map((item) => ({ message_id: item.messageId, invoice_number: item.invoice.number }));
}
