import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharedClient } from '../shared-client.ts';
import { startApi } from './running-api.ts';

// /readyz needs no key: anyone who reaches the API may call it as often as they like.

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi(undefined, {}, { isPatient: true });
});
afterAll(() => api.stop());

const connections = async (): Promise<number> => {
  const [counted] = await sharedClient().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database()`;
  return counted?.count ?? 0;
};

it('is asked by hundreds at once and takes no connection of Postgres beyond the API’s own pool', async () => {
  const before = await connections();
  let most = 0;
  let isAsked = true;
  const watching = (async () => {
    while (isAsked) most = Math.max(most, await connections());
  })();
  const answers = await Promise.all(Array.from({ length: 200 }, () => api.ask('GET', '/readyz')));
  isAsked = false;
  await watching;
  expect(answers.map(({ body }) => body.checks.migrations.ok)).toEqual(answers.map(() => true));
  expect(most).toBeLessThanOrEqual(before + 5);
});

it('answers those who ask within a second what it found for the first of them, and looks again afterwards', async () => {
  const { id: creditorId } = await api.newCreditor('Arrêtée');
  const line = { creditorId, provider: 'mailbox', code: 'stopped_just_now' };
  // Sending lines of other tests may be stopped too.
  const isShown = async () =>
    String((await api.ask('GET', '/readyz')).body.checks.sending.detail ?? '').includes(line.code);
  let isKept = false;
  // On a busy machine a second may pass in between.
  for (let tries = 0; !isKept && tries < 10; tries += 1) {
    await api.db.sendingLine.deleteMany({ where: line });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await isShown()).toBe(false);
    await api.db.sendingLine.create({ data: { ...line, stoppedAt: new Date() } });
    isKept = !(await isShown());
  }
  expect(isKept).toBe(true);
  await expect.poll(isShown, { timeout: 5_000, interval: 300 }).toBe(true);
  await api.db.sendingLine.deleteMany({ where: line });
});

it('Temporal away: not ready, and yet what stands before the API is told that it can store', async () => {
  const whole = await api.ask('GET', '/readyz');
  expect([whole.status, whole.body.checks.temporal.ok, whole.body.checks.database.ok]).toEqual([503, false, true]);
  const { status, body } = await api.ask('GET', '/readyz?of=database');
  expect([status, body.status, body.checks.temporal.ok]).toEqual([200, 'ok', false]);
  const typedWrong = await api.ask('GET', '/readyz?of=databse');
  expect([typedWrong.status, typedWrong.body.errors]).toMatchObject([400, [{ pointer: '/of' }]]);
});

it('the chart’s Service sends requests to every API that can store, whether Temporal is there or not', () => {
  const chart = readFileSync(new URL('../../../deploy/helm/relance/templates/api.yaml', import.meta.url), 'utf8');
  expect(chart).toMatch(/readinessProbe: \{ httpGet: \{ path: '\/readyz\?of=database'/);
});
