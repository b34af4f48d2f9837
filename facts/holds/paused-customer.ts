import type { Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { notFound } from '../refused.ts';

/** Takes a customer's lock and reads the pause in force and the open invoices afterwards. Refuses what does not exist. */
export async function takeCustomer(tx: Transaction, context: FactContext, customerId: string) {
  const where = { id: customerId, creditorId: context.creditorId };
  if (!(await tx.customer.findFirst({ where, select: { id: true } }))) throw notFound();
  await lockCustomers(tx, [customerId]);
  const standing = { customerId, invoiceId: null, kind: 'customer_pause', endedAt: null } as const;
  // No open case has woken to see its end.
  await tx.hold.updateMany({
    where: { ...standing, endsAt: { lte: context.at } },
    data: { endedAt: context.at, outcome: 'expired' },
  });
  const pause = await tx.hold.findFirst({ where: standing });
  const invoices = await openInvoices(tx, customerId);
  return { pause, invoices };
}

/** The invoices that a hold of the customer stops: those whose case is open. */
export async function openInvoices(tx: Transaction, customerId: string) {
  return tx.invoice.findMany({
    where: { customerId, kind: 'invoice', closedAs: null },
    select: { id: true, version: true, toldVersion: true },
    orderBy: { id: 'asc' },
  });
}

/** One telling for each open invoice of the customer; of a fact stored before, only for those that have not heard. */
export function tellEach(
  invoices: readonly { id: string; version: number; toldVersion: number }[],
  telling: Omit<Telling, 'invoiceId'>,
  onlyUntold: boolean,
): Telling[] {
  const untold = invoices.filter((invoice) => !onlyUntold || invoice.version > invoice.toldVersion);
  return untold.map((invoice) => ({ ...telling, invoiceId: invoice.id }));
}
