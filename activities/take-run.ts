import { ApplicationFailure, cancellationSignal, heartbeat, sleep } from '@temporalio/activity';
import { type FactContext, nothingAfterCommit } from '../facts/outcome.ts';
import { creditorConnectors } from '../facts/creditors/channel-choice.ts';
import { ITEMS_AT_A_TIME, RUN_CANNOT_TAKE, type Taken, takeCustomer } from '../facts/runs/take-customer.ts';
import { messagesStillHere, takeBack } from '../facts/runs/stopped-run.ts';
import { Prisma, type Run } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { lockCustomers } from '../prisma/lock.ts';
import { countBacklog, MOST_WAITING } from '../temporal/backlog.ts';
import { carryOut } from '../temporal/carry-out.ts';
import { startMessage } from '../temporal/start-message.ts';
import type { RunInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';
import { isOutage } from '../prisma/is-outage.ts';
import { asActor } from '../facts/stored-json.ts';

/** How long one call works before it hands back to its workflow. */
const SLICE_MS = 20_000;
/** Invoices looked at together, and messages taken back together. */
const CHUNK = 50;
/** How many customers at once; each holds a database connection while it is worked on. */
const CUSTOMERS_ABREAST = 4;
const PACE_MS = 200;

/**
 * Takes or refuses the next invoices of a run, customer by customer, for some 20 s: each customer under its lock in a
 * transaction of its own, and the messages reserved there start at once. An invoice that was taken is not taken again,
 * however often a call is cut short. For a run that a person stopped, it refuses the waiting invoices and takes back
 * the messages that are still here.
 */
export const createTakeRun =
  (deps: ActivityDeps) =>
  async (call: RunInput & { at: string }): Promise<{ done: boolean }> => {
    const at = new Date(call.at);
    let run = await readRun(deps, call);
    if (run.takenAt) return { done: true };
    if (!run.stoppedAt) await startReserved(deps, run, at);
    const sliceEndMs = performance.now() + SLICE_MS;
    // Cancelled means that this worker is stopping; another one goes on.
    for (; performance.now() < sliceEndMs && !cancellationSignal().aborted; run = await readRun(deps, call)) {
      heartbeat();
      if (!run.dryRun && !run.stoppedAt && (await countBacklog(deps.dispatcher)) > MOST_WAITING) {
        await sleep(PACE_MS);
        continue;
      }
      const customerIds = await nextCustomers(deps, run.id);
      const ofRun = run;
      await eachAbreast(customerIds, (customerId) => takeAndStart(deps, ofRun, customerId, at), CUSTOMERS_ABREAST);
      if (customerIds.length > 0 || (await takeSomeBack(deps, run, at))) continue;
      if (await isEnded(deps, run, at)) return { done: true };
    }
    return { done: false };
  };

/** Reads the run again: a person may have stopped it since it was last read. */
async function readRun({ db }: ActivityDeps, { runId, creditorId }: RunInput): Promise<Run> {
  const run = await db.run.findFirst({ where: { id: runId, creditorId } });
  if (!run) throw ApplicationFailure.nonRetryable(`run ${runId} does not exist`, 'unknown_run');
  return run;
}

/** Ends the run as it was read; returns false when it was stopped since, so that there is more to do. */
async function isEnded({ db }: ActivityDeps, { id, stoppedAt }: Run, takenAt: Date): Promise<boolean> {
  return (await db.run.updateMany({ where: { id, stoppedAt }, data: { takenAt } })).count > 0;
}

/**
 * Takes back some messages of a stopped run, each under its lock in a transaction of its own; returns whether there
 * were any.
 */
async function takeSomeBack(deps: ActivityDeps, run: Run, at: Date): Promise<boolean> {
  if (!run.stoppedAt) return false;
  const context = { creditorId: run.creditorId, at, actor: asActor(run.stoppedBy) };
  const ids = await messagesStillHere(deps.db, run.id, CHUNK);
  const takeOne = async (messageId: string) => {
    const tellings = await deps.db.$transaction((tx) => takeBack(tx, context, run.id, messageId));
    await carryOut(deps, { tellings }, at);
  };
  await eachAbreast(ids, takeOne, CUSTOMERS_ABREAST);
  return ids.length > 0;
}

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
  const context = { creditorId: run.creditorId, at, actor: asActor(run.actor) };
  const { faults, ...after } = await takeOrRefuse(deps, run, customerId, context);
  for (const err of faults) deps.log.error({ err, runId: run.id, customerId }, 'a run cannot take an invoice');
  await carryOut(deps, after, at);
}

/**
 * Takes a customer's invoices. When that fails twice although Postgres is there, they are refused with a code, so that
 * one customer holds up nobody; it is tried twice because the first cause may be temporary. A transaction that took too
 * long would do so each time: then a part is taken, and the rest next.
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
    return { ...nothingAfterCommit(), faults: [] };
  }
}

async function withConnectors({ channels }: ActivityDeps, tx: Transaction, context: FactContext): Promise<FactContext> {
  if (!channels) return context;
  return { ...context, connectors: await creditorConnectors(tx, context.creditorId, channels.connectors) };
}

/** Whether Prisma ended a transaction because its time was over. */
const isTooLong = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028';

/** Starts the messages that a killed call reserved and did not start any more. */
async function startReserved(deps: ActivityDeps, run: Run, at: Date): Promise<void> {
  const left = await deps.db.message.findMany({
    where: { runId: run.id, status: 'reserved' },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await eachAbreast(left, ({ id }) => startMessage(deps.db, deps.dispatcher, id, at));
}
