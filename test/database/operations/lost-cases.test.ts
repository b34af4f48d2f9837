import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createFindLostCases } from '../../../activities/find-lost-cases.ts';
import type { Dispatcher } from '../../../temporal/dispatcher.ts';
import { startCase } from '../../../temporal/tell.ts';
import { invoiceWorkflowId } from '../../../workflows/ids.ts';
import { createWorld, NOW, type World } from '../world.ts';

const MINUTE_MS = 60_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

/** Temporal's visibility with these executions; of the query it reads only what tells them apart. */
function visibility(executions: { workflowId: string; startTime: Date }[]) {
  const fitting = (query: string) => {
    const [, before = '9999'] = /StartTime < '([^']+)'/.exec(query) ?? [];
    return executions.filter(({ startTime }) => startTime.toISOString() < before);
  };
  return {
    count: (query: string) => Promise.resolve({ count: fitting(query).length }),
    list: ({ query }: { query: string }) => fitting(query).values(),
  };
}

it('a case whose workflow is gone is found, however many others have just begun', async () => {
  const { slug } = await world.all.creditor.findUniqueOrThrow({ where: { id: world.creditorId } });
  const { reference } = await world.customer();
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
  const begun = async (minutes: number) => {
    const { id } = await world.invoice(reference);
    await world.db.invoice.update({ where: { id }, data: { toldVersion: 1, createdAt: ago(minutes) } });
    return { id, execution: { workflowId: invoiceWorkflowId(slug, id), startTime: ago(minutes) } };
  };
  const [lost, old, young, younger] = [await begun(60), await begun(60), await begun(1), await begun(2)];
  const workflow = visibility([old, young, younger].map(({ execution }) => execution));
  const deps = { db: world.all, dispatcher: { client: { workflow } }, log: pino({ level: 'silent' }) };
  await createFindLostCases(deps as unknown as ActivityDeps)(world.creditorId);
  const untold = await world.db.invoice.findMany({ where: { toldVersion: 0 }, select: { id: true } });
  expect(untold).toEqual([{ id: lost.id }]);
});

it('a case that runs although nobody noted it is told what has come since, when it is to be started again', async () => {
  const { reference } = await world.customer();
  const { id } = await world.invoice(reference);
  const { version } = await world.db.invoice.update({ where: { id }, data: { version: 2, toldVersion: 0 } });
  const signals: unknown[] = [];
  const signal = (_definition: unknown, message: unknown) => Promise.resolve(void signals.push(message));
  const client = { workflow: { getHandle: () => ({ signal }) } };
  await startCase(world.all, { client } as unknown as Dispatcher, id, NOW);
  expect(signals).toMatchObject([{ facts: { version } }]);
  expect(await world.read(id)).toMatchObject({ toldVersion: version });
});
