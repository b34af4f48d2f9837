import { ApplicationFailure, cancellationSignal, heartbeat, sleep } from '@temporalio/activity';
import type { Actor, FactContext } from '../facts/outcome.ts';
import { creditorConnectors } from '../facts/creditors/channel-choice.ts';
import { ITEMS_AT_A_TIME, RUN_CANNOT_TAKE, type Taken, takeCustomer } from '../facts/runs/take-customer.ts';
import { Prisma, type Run } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { lockCustomers } from '../prisma/lock.ts';
import { countBacklog, MOST_WAITING } from '../temporal/backlog.ts';
import { startMessage } from '../temporal/start-message.ts';
import { tell } from '../temporal/tell.ts';
import type { RunInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';
import { isOutage } from '../prisma/is-outage.ts';

/** How long one call works before it hands back to its workflow. */
const SLICE_MS = 20_000;
/** Invoices looked at together. */
const CHUNK = 50;
/** Each holds a connection of the pool while it works. */
const CUSTOMERS_ABREAST = 4;
const PACE_MS = 200;

/**
 * Takes or refuses the next invoices of a run, customer by customer, for some 20 s: each under its lock in a transaction of
 * its own, and the messages reserved there start at once. What was taken is not taken again, however often a call is cut short.
 */
export const createTakeRun =
  (deps: ActivityDeps) =>
  async (call: RunInput & { at: string }): Promise<{ done: boolean }> => {
    const run = await deps.db.run.findFirst({ where: { id: call.runId, creditorId: call.creditorId } });
    if (!run) throw ApplicationFailure.nonRetryable(`run ${call.runId} does not exist`, 'unknown_run');
    if (run.takenAt) return { done: true };
    const at = new Date(call.at);
    await startReserved(deps, run, at);
    const sliceEndMs = performance.now() + SLICE_MS;
    // Cancelled: this worker is stopping, and another goes on.
    while (performance.now() < sliceEndMs && !cancellationSignal().aborted) {
      heartbeat();
      if (!run.dryRun && (await countBacklog(deps.dispatcher)) > MOST_WAITING) {
        await sleep(PACE_MS);
        continue;
      }
      const customerIds = await nextCustomers(deps, run.id);
      if (customerIds.length === 0) {
        await deps.db.run.update({ where: { id: run.id }, data: { takenAt: at } });
        return { done: true };
      }
      await eachAbreast(customerIds, (customerId) => takeAndStart(deps, run, customerId, at), CUSTOMERS_ABREAST);
    }
    return { done: false };
  };

async function nextCustomers(deps: ActivityDeps, runId: string): Promise<string[]> {
  const waiting = await deps.db.runItem.findMany({
    where: { runId, state: 'waiting' },
    select: { customerId: true },
    orderBy: { position: 'asc' },
    take: CHUNK,
  });
  return [...new Set(waiting.flatMap(({ customerId }) => customerId ?? []))];
}

async function takeAndStart(deps: ActivityDeps, run: Run, customerId: string, at: Date): Promise<void> {
  const context = { creditorId: run.creditorId, at, actor: run.actor as unknown as Actor };
  const { reserved, tellings, faults } = await takeOrRefuse(deps, run, customerId, context);
  for (const err of faults) deps.log.error({ err, runId: run.id, customerId }, 'a run cannot take an invoice');
  for (const messageId of reserved) await startMessage(deps.db, deps.dispatcher, messageId, at);
  await tell(deps.db, deps.dispatcher, tellings, at);
}

/**
 * What cannot be taken, though Postgres is there, is refused by name: one customer holds up nobody. Asked twice, since a moment's want of
 * something is no reason. What took longer than a transaction may would do so each time: a part of it is taken, and the rest next.
 */
async function takeOrRefuse(deps: ActivityDeps, run: Run, customerId: string, context: FactContext): Promise<Taken> {
  const take = (which: { most?: number } = {}) =>
    deps.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return takeCustomer(tx, await withConnectors(deps, tx, context), run, customerId, which);
    });
  try {
    return await take().catch((error: unknown) => {
      if (isTooLong(error)) {
        heartbeat();
        return take({ most: ITEMS_AT_A_TIME });
      }
      if (isOutage(error)) throw error;
      return take();
    });
  } catch (err) {
    if (isOutage(err)) throw err;
    deps.log.error({ err, runId: run.id, customerId }, 'a run cannot take what it asks of a customer: it is refused');
    const where = { runId: run.id, customerId, state: 'waiting' } as const;
    await deps.db.runItem.updateMany({ where, data: { state: 'refused', ...RUN_CANNOT_TAKE } });
    return { reserved: [], tellings: [], faults: [] };
  }
}

async function withConnectors({ channels }: ActivityDeps, tx: Transaction, context: FactContext): Promise<FactContext> {
  if (!channels) return context;
  return { ...context, connectors: await creditorConnectors(tx, context.creditorId, channels.connectors) };
}

/** Whether Prisma ended a transaction that had its time. */
const isTooLong = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028';

/** A call that was killed may have reserved messages whose workflow it did not start any more. */
async function startReserved(deps: ActivityDeps, run: Run, at: Date): Promise<void> {
  const left = await deps.db.message.findMany({
    where: { runId: run.id, status: 'reserved' },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await eachAbreast(left, ({ id }) => startMessage(deps.db, deps.dispatcher, id, at));
}
