import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { setTimeout as elapse } from 'node:timers/promises';
import { problemFromError } from '../../../api/frame/problem-from-error.ts';
import { createDatabase, type Database } from '../../../prisma/client.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { isOutage } from '../../../prisma/is-outage.ts';
import { breakableDatabase } from './breakable-database.ts';
import { startApi } from './running-api.ts';

let database: Awaited<ReturnType<typeof breakableDatabase>>;
let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  database = await breakableDatabase(inject('databaseUrl'));
  api = await startApi(undefined, { database: { url: database.url, poolSize: 3 } });
  ours = await api.newCreditor();
});
afterAll(async () => {
  await api.stop();
  database.close();
});

const makeUser = (email: string) =>
  api.ask('POST', '/v1/users', { key: ours.admin, body: { name: 'A', email, role: 'admin' } });

it('Postgres away: 503 not_stored with Retry-After and nothing stored; back again: all is well without a restart', async () => {
  expect((await makeUser('before@example.org')).status).toBe(201);
  database.cut();
  for (const ask of [
    () => makeUser('away@example.org'),
    () => api.ask('GET', '/v1/users', { key: ours.admin }),
    () => api.ask('GET', '/v1/users', { key: ours.admin, headers: { Accept: 'text/csv' } }),
    () => api.ask('PATCH', '/v1/settings', { key: ours.admin, body: { send_hour: 8 }, headers: { 'If-Match': '"1"' } }),
  ]) {
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([503, 'not_stored']);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(answer.text).not.toMatch(/127\.0\.0\.1|prisma/i);
  }
  const ready = await api.ask('GET', '/readyz');
  expect([ready.status, ready.body.checks.database.ok, ready.body.checks.migrations.ok]).toEqual([503, false, false]);
  expect((await api.ask('GET', '/readyz?of=database')).status).toBe(503);
  expect((await api.ask('GET', '/healthz')).status).toBe(200);
  database.mend();
  const { body } = await api.ask('GET', '/v1/users', { key: ours.admin });
  expect(body.data.map((row: { email: string }) => row.email)).toEqual(['before@example.org']);
  expect((await makeUser('after@example.org')).status).toBe(201);
});

it('a transaction that loses Postgres half way stores nothing of it', async () => {
  const body = {
    name: 'Coupé',
    steps: [{ key: 'a', level: 1, kind: 'task', anchor: 'due_on', delay_days: 1, mode: 'manual' }],
  };
  const asked = Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      api.ask('POST', '/v1/scenarios', { key: ours.admin, body: { ...body, name: `Coupé ${index}` } }),
    ),
  );
  await elapse(15);
  database.cut();
  const answers = await asked;
  database.mend();
  for (const { status } of answers) expect([201, 503]).toContain(status);
  const { data } = (await api.ask('GET', '/v1/scenarios?q=Coup%C3%A9', { key: ours.admin })).body;
  for (const row of data) expect(row.steps).toHaveLength(1);
  expect(data.length).toBeGreaterThanOrEqual(answers.filter(({ status }) => status === 201).length);
});

it('a connection that is lost while the transaction is committed is 503 maybe_stored: it is stored, and nobody was told', async () => {
  const client = createDatabase(database.url, 1);
  const id = crypto.randomUUID();
  database.cutAfter('COMMIT');
  const error: unknown = await client
    .$transaction((tx) => tx.creditor.create({ data: { id, name: id, slug: id } }))
    .catch((err: unknown) => err);
  const { status, code, headers } = problemFromError(error);
  expect([status, code, isOutage(error), headers['Retry-After']]).toEqual([503, 'maybe_stored', true, '5']);
  expect(await client.creditor.count({ where: { id } })).toBe(1);
  await client.$disconnect();
});

it('a connection that is lost at any moment of a request is 503 not_stored, never 500', async () => {
  const client = createDatabase(database.url, 2);
  const cut = () => {
    database.cut();
    // The driver has noticed by then, so that the next statement finds a connection that it may not use.
    return elapse(50);
  };
  const moments: Record<string, (db: Database) => Promise<unknown>> = {
    'in a statement': (db) => Promise.all([db.$queryRaw`SELECT pg_sleep(2)::text`, elapse(50).then(cut)]),
    'in one trip': (db) => Promise.all([db.$inOneTrip(Prisma.sql`SELECT pg_sleep(2)`), elapse(50).then(cut)]),
    'between two statements': (db) =>
      db.$transaction(async (tx) => {
        await tx.creditor.count();
        await cut();
        await tx.creditor.count();
      }),
    'between two raw statements': (db) =>
      db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        await cut();
        await tx.$queryRaw`SELECT 1`;
      }),
    'before the commit': (db) =>
      db.$transaction(async (tx) => {
        await tx.creditor.count();
        await cut();
      }),
    'at the connect': (db) => cut().then(() => db.creditor.count()),
  };
  for (const [moment, work] of Object.entries(moments)) {
    database.mend();
    const error: unknown = await work(client).catch((err: unknown) => err);
    const { status, code } = problemFromError(error);
    expect.soft([moment, status, code, isOutage(error)]).toEqual([moment, 503, 'not_stored', true]);
  }
  database.mend();
  await client.$disconnect();
});
