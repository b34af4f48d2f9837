import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { lockCustomer } from '../customers/lock-customer.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { expirePause } from './expire-pause.ts';
import type { HoldRow } from './hold-answer.ts';

/**
 * Takes a customer's lock, then reads the pause in force and the open invoices. Refuses an unknown or erased customer.
 */
export async function takePausedCustomer(tx: Transaction, context: FactContext, customerId: string) {
  await lockCustomer(tx, context, customerId);
  const standing = { customerId, invoiceId: null, kind: 'customer_pause', endedAt: null } as const;
  const over = await tx.hold.findFirst({ where: { ...standing, endsAt: { lte: context.at } } });
  // The pause's end has passed, but no open case has woken to end it.
  if (over) await endNow(tx, context, over);
  const pause = await tx.hold.findFirst({ where: standing });
  const invoices = await openInvoices(tx, customerId);
  return { pause, invoices };
}

async function endNow(tx: Transaction, context: FactContext, pause: HoldRow): Promise<void> {
  const ids = (await openInvoices(tx, pause.customerId)).map(({ id }) => id);
  await expirePause(tx, context, await readBusinessDay(tx, context), pause, ids);
  await raiseVersion(tx, ids);
}

/** The invoices that a hold of the customer stops: those with an open case. */
export async function openInvoices(tx: Transaction, customerId: string) {
  return tx.invoice.findMany({
    where: { customerId, kind: 'invoice', closedAs: null },
    select: { id: true, version: true, toldVersion: true },
    orderBy: { id: 'asc' },
  });
}

/**
 * One telling for each of these invoices; with `onlyUntold`, only for those with a fact that their workflow has not
 * heard of.
 */
export function tellEach(
  invoices: readonly { id: string; version: number; toldVersion: number }[],
  telling: Omit<Telling, 'invoiceId'>,
  { onlyUntold }: { onlyUntold: boolean },
): Telling[] {
  const untold = invoices.filter((invoice) => !onlyUntold || invoice.version > invoice.toldVersion);
  return untold.map((invoice) => ({ ...telling, invoiceId: invoice.id }));
}
