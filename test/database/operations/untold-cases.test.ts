import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createTellUntold } from '../../../activities/tell-untold.ts';
import { invoiceWorkflowId } from '../../../workflows/ids.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

it('a case that Temporal refuses for good keeps no other from being told, and stays untold', async () => {
  const { slug } = await world.all.creditor.findUniqueOrThrow({ where: { id: world.creditorId } });
  const { reference } = await world.customer();
  for (let count = 0; count < 20; count += 1) await world.invoice(reference);
  const ids = (await world.db.invoice.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
  const isRefused = (workflowId: string) => workflowId === invoiceWorkflowId(slug, ids[0]!);
  const signal = (workflowId: string) =>
    isRefused(workflowId)
      ? Promise.reject(new Error('exceeded workflow execution limit for signal events'))
      : Promise.resolve();
  const client = {
    workflow: {
      count: () => Promise.resolve({ count: 0 }),
      list: () => [].values(),
      getHandle: (id: string) => ({ signal: () => signal(id) }),
    },
  };
  const deps = { db: world.all, dispatcher: { client }, firstTasksPerSecond: 100, log: pino({ level: 'silent' }) };
  const call = { creditorId: world.creditorId, at: NOW.toISOString(), after: null };
  expect(await createTellUntold(deps as unknown as ActivityDeps)(call)).toEqual({ told: 19, last: null });
  const untold = await world.db.invoice.findMany({ where: { toldVersion: 0 }, select: { id: true } });
  expect(untold).toEqual([{ id: ids[0] }]);
});

it('a full page waits while the workers are behind, and is the next minute’s; a few cases are told all the same', async () => {
  const crowd = await createWorld();
  const { reference } = await crowd.customer();
  for (let count = 0; count < 100; count += 1) await crowd.invoice(reference);
  let backlog = 41;
  const client = {
    options: { namespace: 'default' },
    workflowService: { describeTaskQueue: () => Promise.resolve({ stats: { approximateBacklogCount: backlog } }) },
    workflow: {
      count: () => Promise.resolve({ count: 0 }),
      list: () => [].values(),
      getHandle: () => ({ signal: () => Promise.resolve() }),
    },
  };
  const deps = { db: crowd.all, dispatcher: { client }, firstTasksPerSecond: 100, log: pino({ level: 'silent' }) };
  const tell = createTellUntold(deps as unknown as ActivityDeps, undefined, 300);
  const call = { creditorId: crowd.creditorId, at: NOW.toISOString(), after: null };
  const untold = () => crowd.db.invoice.count({ where: { toldVersion: 0 } });
  expect([await tell(call), await untold()]).toEqual([{ told: 0, last: null }, 100]);
  const before = await crowd.db.invoice.findMany({ orderBy: { id: 'asc' }, take: 97, select: { id: true } });
  expect((await tell({ ...call, after: before.at(-1)!.id })).told).toBe(3);
  backlog = 40;
  expect((await tell(call)).told).toBe(97);
  expect(await untold()).toBe(0);
});
