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
  db = createDatabase(url.href, POOL, { silentMs: SILENT_MS });
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

it('a machine that is lost in the middle of a transaction: Postgres gives back what it had locked, and does not keep who waited', async () => {
  const other = createDatabase(inject('databaseUrl'), POOL, { silentMs: 20 * SILENT_MS });
  const lock = (from: Database) =>
    from.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(4711)`;
    });
  const waiting = async () => {
    const [counted] = await other.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    return counted?.count;
  };
  const lost = db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4711)`;
    proxy.goSilent(true);
    await new Promise((resolve) => setTimeout(resolve, 0.3 * SILENT_MS));
    await expect(lock(db)).rejects.toThrow(/lock timeout|55P03/);
    expect(await waiting()).toBe(0);
    throw new Error('lost');
  });
  await expect(lost).rejects.toThrow();
  const askedAt = performance.now();
  await lock(other);
  expect(performance.now() - askedAt).toBeLessThan(4 * SILENT_MS);
  await other.$disconnect();
});

it('a statement that nobody waits for any more does not run on in Postgres', async () => {
  const running = async () => {
    const [counted] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(77)%' AND pid <> pg_backend_pid()`;
    return counted?.count;
  };
  await expect(db.$queryRaw`SELECT pg_sleep(77)::text`).rejects.toThrow();
  await expect.poll(running, { timeout: 5 * SILENT_MS }).toBe(0);
});
