import { Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';

/**
 * The one lock (DESIGN §3): takes the rows of the customers, in id order, for the rest of the transaction. Whatever the
 * caller decides on must be read after this, in a later statement, so that it sees what the last holder committed.
 */
export async function lockCustomers(tx: Transaction, customerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  if (ids.length === 0) return;
  await tx.$queryRaw`SELECT id FROM customers WHERE id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) ORDER BY id FOR UPDATE`;
}

/** The lock of every customer of a creditor, for what changes the plans of all its invoices at once. */
export async function lockAllCustomers(tx: Transaction, creditorId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM customers WHERE "creditorId" = ${creditorId}::uuid ORDER BY id FOR UPDATE`;
}
