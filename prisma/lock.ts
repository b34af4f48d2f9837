import { Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';

/**
 * The one lock, on which the first promise of docs/guarantees.md rests: locks the rows of the customers, in id order,
 * for the rest of the transaction. Read what a decision depends on after this, in a later statement, so that it sees
 * what the last holder committed.
 */
export async function lockCustomers(tx: Transaction, customerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  if (ids.length === 0) return;
  await tx.$queryRaw`SELECT id FROM customers WHERE id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) ORDER BY id FOR UPDATE`;
}

/**
 * Locks the customers that `read` names. If `read` names more of them under the locks, because others changed something
 * while this waited, all locks are released and taken again, so that they are in id order.
 */
export async function lockCustomersNamed(tx: Transaction, read: () => Promise<string[]>): Promise<void> {
  await tx.$executeRaw`SAVEPOINT customers`;
  for (let ids = await read(); ;) {
    await lockCustomers(tx, ids);
    const now = await read();
    if (now.every((id) => ids.includes(id))) break;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT customers`;
    ids = now;
  }
  await tx.$executeRaw`RELEASE SAVEPOINT customers`;
}

/**
 * Keeps files from being erased until the transaction ends, in which they are attached to a message; a later erasure
 * then sees that message. Other messages may use them at the same time.
 */
export async function holdFiles(tx: Pick<Transaction, '$queryRaw'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRaw`SELECT id FROM attachments WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR SHARE`;
}

/** Takes the lock of an action's customer; for a task about nobody, of its own row. */
export async function lockAction(tx: Transaction, action: { id: string; customerId: string | null }): Promise<void> {
  if (action.customerId !== null) return lockCustomers(tx, [action.customerId]);
  await tx.$queryRaw`SELECT id FROM actions WHERE id = ${action.id}::uuid FOR UPDATE`;
}

/**
 * Takes the lock of a creditor's settings; it comes before the customers' locks. For changes of the settings and of all
 * plans with them, and for what is checked against the creditor's other rows (the last key of an admin, the default
 * scenario).
 */
export async function lockSettings(tx: Transaction, creditorId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM settings WHERE "creditorId" = ${creditorId}::uuid FOR UPDATE`;
}

/** Takes the lock of every customer of a creditor, for what changes the plans of all its invoices at once. */
export async function lockAllCustomers(tx: Transaction, creditorId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM customers WHERE "creditorId" = ${creditorId}::uuid ORDER BY id FOR UPDATE`;
}

/**
 * Finds an invoice's customer and takes its lock in one statement. Returns the customer's id; null when there is no
 * such invoice.
 */
export async function lockCustomerOfInvoice(
  tx: Transaction,
  creditorId: string,
  invoiceId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(customerOfInvoice(creditorId, invoiceId));
  return row?.id ?? null;
}

/** The statement that takes the lock of an invoice's customer. */
export const customerOfInvoice = (creditorId: string, invoiceId: string): Prisma.Sql =>
  Prisma.sql`SELECT c.id FROM invoices i JOIN customers c ON c.id = i."customerId" WHERE i.id = ${invoiceId}::uuid AND i."creditorId" = ${creditorId}::uuid FOR UPDATE OF c`;

/**
 * Takes the lock of a message's customer or, for a statement, of the customers of all its files, in id order. Returns
 * the id of the first; null when there is no such message.
 */
export async function lockCustomerOfMessage(
  tx: Transaction,
  creditorId: string,
  messageId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM customers WHERE id IN (
      SELECT "customerId" FROM messages WHERE id = ${messageId}::uuid AND "creditorId" = ${creditorId}::uuid
      UNION ALL
      SELECT i."customerId" FROM messages m JOIN message_items mi ON mi."messageId" = m.id JOIN invoices i ON i.id = mi."invoiceId"
      WHERE m.id = ${messageId}::uuid AND m."creditorId" = ${creditorId}::uuid AND m.origin = 'statement'
    ) ORDER BY id FOR UPDATE`;
  return row?.id ?? null;
}

/** Takes the lock of a customer by the creditor's own reference. Returns the customer's id; null when there is none. */
export async function lockCustomerByReference(
  tx: Transaction,
  creditorId: string,
  reference: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM customers WHERE "creditorId" = ${creditorId}::uuid AND reference = ${reference} FOR UPDATE`;
  return row?.id ?? null;
}

/**
 * The statement that takes the locks of many customers by their references, in id order. It returns the `id` of each
 * that exists.
 */
export const lockCustomersByReference = (creditorId: string, references: readonly string[]): Prisma.Sql =>
  Prisma.sql`SELECT id FROM customers WHERE "creditorId" = ${creditorId}::uuid AND reference = ANY (${[...new Set(references)]}::text[]) ORDER BY id FOR UPDATE`;
