import type { Transaction } from '../prisma/client.ts';

/**
 * Raises the version of invoices whose state changed: their workflows have not heard of versions above `toldVersion`.
 */
export async function raiseVersion(tx: Transaction, invoiceIds: readonly string[]): Promise<void> {
  if (invoiceIds.length === 0) return;
  await tx.$executeRaw`UPDATE invoices SET version = version + 1, "updatedAt" = now() WHERE id = ANY (${invoiceIds}::uuid[])`;
}
