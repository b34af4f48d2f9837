import { afterAll, beforeAll, expect, inject, it } from 'vitest';
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
  await new Promise((resolve) => setTimeout(resolve, 15));
  database.cut();
  const answers = await asked;
  database.mend();
  for (const { status } of answers) expect([201, 503]).toContain(status);
  const { data } = (await api.ask('GET', '/v1/scenarios?q=Coup%C3%A9', { key: ours.admin })).body;
  for (const row of data) expect(row.steps).toHaveLength(1);
  expect(data.length).toBeGreaterThanOrEqual(answers.filter(({ status }) => status === 201).length);
});
