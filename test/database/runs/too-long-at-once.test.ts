import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createTakeRun } from '../../../activities/take-run.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { gatheredDebts } from './gathered-debts.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A database that aborts a transaction which looks at more than 200 invoices of a customer. */
function slow(): World['db'] {
  const other = <Real extends object>(real: Real, name: string, instead: unknown): Real =>
    new Proxy(real, { get: (of, key) => (key === name ? instead : (of as Record<string | symbol, unknown>)[key]) });
  const findMany = (query: { take: number }) => {
    if (query.take > 200) {
      const ended = { code: 'P2028', clientVersion: '7' };
      throw new Prisma.PrismaClientKnownRequestError('Transaction already closed', ended);
    }
    return world.db.runItem.findMany(query);
  };
  return other(world.db, '$transaction', (work: (tx: Transaction) => Promise<unknown>) =>
    world.db.$transaction((tx) => work(other(tx, 'runItem', other(tx.runItem, 'findMany', findMany)))),
  );
}

it('A customer who owes more than a transaction has time for is taken in parts, and the run goes on to its end', async () => {
  const { ids } = await gatheredDebts(world, 201);
  const input = { level: 1, mode: 'email' as const, dryRun: true, invoiceIds: ids };
  const runId = await createRun(world.db, world.on(NOW), input, null);
  const deps = { db: slow(), dispatcher: null, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, runId, at: NOW.toISOString() };
  expect(await new MockActivityEnvironment().run(createTakeRun(deps), call)).toEqual({ done: true });
  expect(await world.db.runItem.groupBy({ by: ['state'], where: { runId }, _count: true })).toEqual([
    { state: 'taken', _count: 201 },
  ]);
}, 60_000);
