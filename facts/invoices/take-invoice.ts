import type { Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';

/** Takes the lock of a document's customer and reads it afterwards. Refuses what does not exist. */
export async function takeInvoice(tx: Transaction, context: Pick<FactContext, 'creditorId'>, invoiceId: string) {
  const where = { id: invoiceId, creditorId: context.creditorId };
  const found = await tx.invoice.findFirst({ where, select: { customerId: true } });
  if (!found) throw notFound();
  await lockCustomers(tx, [found.customerId]);
  return tx.invoice.findFirstOrThrow({ where });
}
