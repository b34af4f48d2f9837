import type { Transaction } from '../prisma/client.ts';

/** Raises the version of invoices whose state changed: what is above `toldVersion` is still to be told. */
export async function raiseVersion(tx: Transaction, invoiceIds: readonly string[]): Promise<void> {
  await tx.invoice.updateMany({ where: { id: { in: [...invoiceIds] } }, data: { version: { increment: 1 } } });
}
