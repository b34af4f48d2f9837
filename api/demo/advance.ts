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

/** How many executions move at once. */
const ABREAST = 64;
/** First pause between two looks at whether all is done; the longer that takes, the longer the next. */
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 200;
/**
 * Longest without anything being done before the advance gives up. What a lost worker had in hand is given to another after a
 * minute, what met an outage is tried again within one, and so often the reconciliation starts what has no workflow.
 */
const PATIENCE_MS = 100_000;

export class AdvanceStuck extends Error {
  override name = 'AdvanceStuck';
}

/**
 * Moves everything from `fromAt` to `targetAt`, day by day (DESIGN §7): to each instant at which something is due move the
 * executions that it wakes, wait until Postgres shows it done, go on; at the end bring all others up. `arrived` is called
 * at each instant, to move the product's clock; `nights` says when the first night after an instant is.
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
  // An advance that gave up left some behind, and what is due for them is not done until they are there.
  if ((await countUnsettled(db, fromAt)) > 0) await move(deps, await wokenExecutions(db, fromAt, fromAt), fromAt);
  await settled(db, fromAt);
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
    nowAt = dueAt;
    await settled(db, dueAt);
    await arrived(dueAt);
  }
  await move(deps, await livingExecutions(db), targetAt);
  await settled(db, targetAt);
  await arrived(targetAt);
}

/**
 * What the nightly Schedules would start, which are paused here, and what the day's first reconciliation asks of persons. A
 * night in which nobody would change groups goes by.
 */
async function passNight(
  deps: { db: Database; dispatcher: Dispatcher; arrived: (at: Date) => Promise<void> },
  at: Date,
): Promise<void> {
  const { db, dispatcher, arrived } = deps;
  while (!(await raiseAlarms(db, { creditorId: null, at })));
  const concerned = await customersToRegroup(db, at);
  if (concerned.length === 0) return;
  // Told of its new scenario on an earlier day, a case would plan a step for a day that is over, and sleep until its own is there.
  const customerIds = concerned.map(({ id }) => id);
  await move(deps, await openCases(db, customerIds), at);
  await arrived(at);
  for (const creditor of await db.creditor.findMany({ where: { customers: { some: { id: { in: customerIds } } } } })) {
    const workflowId = await startGroups(dispatcher, creditor, at);
    if ((await resultOfGroups(dispatcher, workflowId, PATIENCE_MS)) === null)
      throw new AdvanceStuck(`the groups of ${at.toISOString()} are not calculated`);
  }
  await settled(db, at);
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

/** Waits until nothing that was due at or before `at` is left to do. */
async function settled(db: Database, at: Date): Promise<void> {
  let before = Infinity;
  const beganAt = performance.now();
  let progressedAt = beganAt;
  for (;;) {
    const left = await countUnsettled(db, at);
    if (left === 0) return;
    if (left !== before) progressedAt = performance.now();
    before = left;
    if (performance.now() - progressedAt > PATIENCE_MS)
      throw new AdvanceStuck(`${left} things that were due by ${at.toISOString()} are not done`);
    await pause(Math.min(FIRST_PAUSE_MS + (performance.now() - beganAt) / 20, LONGEST_PAUSE_MS));
  }
}
