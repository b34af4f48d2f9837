import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { nextDueAt } from '../../facts/demo/next-due.ts';
import { countUnsettled } from '../../facts/demo/unsettled.ts';
import { livingExecutions, openCases, wokenExecutions } from '../../facts/demo/woken-executions.ts';
import { customersToRegroup } from '../../facts/groups/recalculate.ts';
import { raiseAlarms } from '../../facts/limitation/raise-alarms.ts';
import type { Database } from '../../prisma/client.ts';
import type { Dispatcher } from '../../temporal/dispatcher.ts';
import { fastForward } from '../../temporal/fast-forward.ts';
import { resultOfGroups, startGroups } from '../../temporal/run-groups.ts';

/** How many executions are moved at the same time. */
const ABREAST = 64;
/** First pause between two checks whether everything is done, in milliseconds; the pauses grow. */
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 200;
/** How often, in milliseconds, what is due and not done is moved again. */
const MOVED_AGAIN_MS = 1000;
/**
 * The advance gives up after this long without progress. Within about a minute the tasks of a lost worker are given to
 * another, failed attempts are repeated, and the reconciliation starts missing workflows.
 */
const PATIENCE_MS = 100_000;

export class AdvanceStuck extends Error {
  override name = 'AdvanceStuck';
}

/**
 * Moves the whole installation from `fromAt` to `targetAt`: for each instant at which something is due, moves the
 * executions that wake then, waits until Postgres shows the work done, and goes on; at the end it moves all the others.
 * `arrived` is called at each instant to move the product's clock; `nights` returns the first night after an instant. See
 * "Trying the clock" in docs/api.md.
 */
export async function advance(
  deps: {
    db: Database;
    dispatcher: Dispatcher;
    arrived: (at: Date) => Promise<void>;
    nights: (afterAt: Date) => Date;
  },
  fromAt: Date,
  targetAt: Date,
): Promise<void> {
  const { db, arrived } = deps;
  // An earlier advance that gave up left some executions behind: move them first, or their work would never be done.
  await settle(deps, fromAt, fromAt);
  let nowAt = fromAt;
  for (;;) {
    const nightAt = deps.nights(nowAt);
    const dueAt = await nextDueAt(db, nowAt, nightAt < targetAt ? nightAt : targetAt);
    if (!dueAt && nightAt > targetAt) break;
    if (!dueAt) {
      await passNight(deps, nightAt);
      nowAt = nightAt;
      continue;
    }
    await move(deps, await wokenExecutions(db, nowAt, dueAt), dueAt);
    await settle(deps, nowAt, dueAt);
    nowAt = dueAt;
    await arrived(dueAt);
  }
  await move(deps, await livingExecutions(db), targetAt);
  await settle(deps, nowAt, targetAt);
  await arrived(targetAt);
}

/**
 * Does what the nightly Schedules would start, which are paused here, and what the first reconciliation of the day asks of
 * persons. A night in which no customer changes group is skipped.
 */
async function passNight(
  deps: { db: Database; dispatcher: Dispatcher; arrived: (at: Date) => Promise<void> },
  at: Date,
): Promise<void> {
  const { db, dispatcher, arrived } = deps;
  while (!(await raiseAlarms(db, { creditorId: null, at })));
  const concerned = await customersToRegroup(db, at);
  if (concerned.length === 0) return;
  // The cases are moved first: a case told of its new scenario on an earlier day would plan a step for a day that has
  // passed and sleep until its own clock reaches it.
  const customerIds = concerned.map(({ id }) => id);
  await move(deps, await openCases(db, customerIds), at);
  await arrived(at);
  for (const creditor of await db.creditor.findMany({ where: { customers: { some: { id: { in: customerIds } } } } })) {
    const workflowId = await startGroups(dispatcher, creditor, at);
    if ((await resultOfGroups(dispatcher, workflowId, PATIENCE_MS)) === null)
      throw new AdvanceStuck(`the groups of ${at.toISOString()} are not calculated`);
  }
  await settle(deps, at, at);
}

async function move(deps: { dispatcher: Dispatcher }, workflowIds: readonly string[], at: Date): Promise<void> {
  const { client } = deps.dispatcher;
  const id = `advance-${randomUUID()}`;
  const waiting = [...workflowIds];
  const mover = async () => {
    for (let workflowId = waiting.pop(); workflowId !== undefined; workflowId = waiting.pop()) {
      await fastForward(client.connection as never, client.options.namespace, workflowId, at.getTime(), id);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, mover));
}

/**
 * Waits until nothing that was due at or before `at` is left to do. What was posted meanwhile may be due by then too, and
 * nobody has moved it: while something is left, what wakes by then is moved again and again.
 */
async function settle(deps: { db: Database; dispatcher: Dispatcher }, afterAt: Date, at: Date): Promise<void> {
  let before = Infinity;
  const beganAt = performance.now();
  let progressedAt = beganAt;
  let movedAt = beganAt;
  for (;;) {
    const left = await countUnsettled(deps.db, at);
    if (left === 0) return;
    if (left !== before) progressedAt = performance.now();
    before = left;
    if (performance.now() - progressedAt > PATIENCE_MS)
      throw new AdvanceStuck(`${left} things that were due by ${at.toISOString()} are not done`);
    if (performance.now() - movedAt > MOVED_AGAIN_MS) {
      await move(deps, await wokenExecutions(deps.db, afterAt, at), at);
      movedAt = performance.now();
    }
    await pause(Math.min(FIRST_PAUSE_MS + (performance.now() - beganAt) / 20, LONGEST_PAUSE_MS));
  }
}
