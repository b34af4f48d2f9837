import type { Transaction } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { FactContext } from '../outcome.ts';
import { breakPromises } from './break-promises.ts';
import { BY_THE_CLOCK, expirePause } from './expire-pause.ts';
import { openInvoices } from './paused-customer.ts';

/**
 * Ends the holds of an open invoice whose time is over at `at`, the customer's pause included: a promise is broken
 * (money would have ended it earlier), a pause has expired. Called under the customer's lock, before the case is read
 * and planned. A second call at the same instant finds nothing. Returns the ids of the holds it ended.
 */
export async function endHoldsThatAreOver(
  tx: Transaction,
  of: { creditorId: string; customerId: string; invoiceId: string; at: Date },
): Promise<string[]> {
  const over = await tx.hold.findMany({
    where: {
      customerId: of.customerId,
      OR: [{ invoiceId: of.invoiceId }, { invoiceId: null }],
      endedAt: null,
      endsAt: { lte: of.at },
    },
    orderBy: [{ endsAt: 'asc' }, { id: 'asc' }],
  });
  if (over.length === 0) return [];
  const context: FactContext = { creditorId: of.creditorId, at: of.at, actor: BY_THE_CLOCK };
  const day = await readBusinessDay(tx, context);
  const concerned = new Set([of.invoiceId]);
  for (const pause of over.filter((hold) => hold.kind !== 'promise')) {
    const all = pause.invoiceId === null ? (await openInvoices(tx, of.customerId)).map(({ id }) => id) : [of.invoiceId];
    all.forEach((id) => concerned.add(id));
    await expirePause(tx, context, day, pause, all);
  }
  const promise = over.find((hold) => hold.kind === 'promise');
  const broken = promise ? await breakPromises(tx, context, day, of.invoiceId, promise.id) : [];
  await raiseTold(tx, [...concerned]);
  return [...new Set([...over.map((hold) => hold.id), ...broken])];
}

/**
 * Raises the versions of cases that need no telling, because each workflow wakes by itself at the end of the hold it
 * knows of. A case that is still untold of an earlier fact stays untold.
 */
async function raiseTold(tx: Transaction, invoiceIds: readonly string[]): Promise<void> {
  const rows = await tx.invoice.findMany({
    where: { id: { in: [...invoiceIds] } },
    select: { id: true, version: true, toldVersion: true },
  });
  const told = rows.filter((row) => row.toldVersion >= row.version).map((row) => row.id);
  const untold = rows.filter((row) => row.toldVersion < row.version).map((row) => row.id);
  const increment = { increment: 1 };
  await tx.invoice.updateMany({ where: { id: { in: told } }, data: { version: increment, toldVersion: increment } });
  await tx.invoice.updateMany({ where: { id: { in: untold } }, data: { version: increment } });
}
