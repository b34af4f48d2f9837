import type { Transaction } from '../prisma/client.ts';

/** Invoices by id, in the order of their ids. Read what a decision depends on after taking the lock. */
export async function readInvoices(tx: Transaction, ids: readonly string[]) {
  return tx.invoice.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });
}

export type InvoiceRow = Awaited<ReturnType<typeof readInvoices>>[number];
