import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { type PostgresProxy, startPostgresProxy } from '../chaos/stack/postgres-proxy.ts';

const SILENT_MS = 1_000;
const POOL = 3;

let proxy: PostgresProxy;
let db: Database;
beforeAll(async () => {
  const url = new URL(inject('databaseUrl'));
  proxy = await startPostgresProxy(Number(url.port));
  url.port = String(proxy.port);
  db = createDatabase(url.href, POOL, SILENT_MS);
});
afterAll(async () => {
  await db.$disconnect();
  await proxy.close();
});

const manyAtOnce = () => Promise.allSettled(Array.from({ length: POOL }, () => db.creditor.count()));

it('every connection of the pool gone silent: who waits hears so within the time allowed, and the next gets a new one', async () => {
  expect((await manyAtOnce()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(proxy.goSilent()).toBeGreaterThan(0);
  const askedAt = performance.now();
  expect((await manyAtOnce()).map(({ status }) => status)).toContain('rejected');
  expect(performance.now() - askedAt).toBeLessThan(5 * SILENT_MS);
  expect((await manyAtOnce()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

it('a transaction whose connection goes silent fails, gives its place back, and has stored nothing', async () => {
  const before = await db.demoClock.count();
  const writing = db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1`;
    proxy.goSilent();
    await tx.demoClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs: 5 }, update: {} });
  });
  await expect(writing).rejects.toThrow(/time|closed|terminated/i);
  expect(await db.demoClock.count()).toBe(before);
});

it('a query that takes long while its connection lives is not given up before its time', async () => {
  const rows = await db.$queryRaw<{ slept: string }[]>`SELECT pg_sleep(0.6)::text AS slept`;
  expect(rows).toHaveLength(1);
});
