import type { Transaction } from '../../prisma/client.ts';
import { lockCustomerOfInvoice } from '../../prisma/lock.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';

/** Takes the lock of a document's customer, then reads the document. Refuses an unknown one (404). */
export async function takeInvoice(tx: Transaction, context: Pick<FactContext, 'creditorId'>, invoiceId: string) {
  const where = { id: invoiceId, creditorId: context.creditorId };
  if ((await lockCustomerOfInvoice(tx, context.creditorId, invoiceId)) === null) throw notFound();
  return tx.invoice.findFirstOrThrow({ where });
}
