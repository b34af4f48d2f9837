import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;
beforeAll(async () => {
  api = await sharedApi();
  key = (await api.newCreditor()).supervisor;
});

const post = async (path: string, body: object) => (await api.ask('POST', path, { key, body })).body;

/** A referrer with files whose invoices are due so many days from today. */
const referrer = (name: string, ...dueInDays: number[]) => referrerOf(100_00, name, ...dueInDays);

async function referrerOf(total_cents: number, name: string, ...dueInDays: number[]): Promise<string> {
  const { id } = await post('/v1/third-parties', { name });
  const reference = randomUUID();
  const address = { lines: [], postal_code: '33000', city: 'Bordeaux' };
  await post('/v1/customers', { reference, name: 'Martin', kind: 'consumer', address });
  for (const days of dueInDays) {
    const due_on = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const dates = { issued_on: '2026-01-02', due_on };
    const money = { total_cents, currency: 'EUR', case_file: { referrer_id: id } };
    await post('/v1/invoices', { number: randomUUID(), customer_reference: reference, ...dates, ...money });
  }
  return id;
}

it('000-23 who has the most overdue files comes first; files that are not due yet are shown beside and rank nobody', async () => {
  const young = await referrer('Agence Neuve', 20, 30);
  const late = await referrer('Agence Vieille', -20, 40);
  const path = '/v1/third-parties?sort=-overdue_count';
  const { data } = (await api.ask('GET', path, { key })).body;
  expect(data).toMatchObject([
    { id: late, overdue_count: 1, overdue_cents: 100_00, unpaid_count: 2, unpaid_cents: 200_00 },
    { id: young, overdue_count: 0, overdue_cents: 0, unpaid_count: 2 },
  ]);
  const one = (await api.ask('GET', `/v1/third-parties/${late}`, { key })).body;
  expect(one).toMatchObject({ overdue_count: 1, unpaid_count: 2 });
});

it('Of as many files the larger amount comes first, and all pages together are the whole list once, whatever is alike where one ends', async () => {
  await referrerOf(50_00, 'Agence du Port', -20);
  await referrerOf(300_00, 'Agence des Halles', -20);
  for (const name of ['Agence A', 'Agence B']) await referrer(name, -20);
  for (const name of ['Agence C', 'Agence D', 'Agence E']) await referrer(name);
  const page = async (query: string) => (await api.ask('GET', `/v1/third-parties?${query}`, { key })).body;
  const all = async (query: string) => (await page(`${query}&limit=200`)).data.map(({ id }: { id: string }) => id);
  const walk = async (query: string, cursor = ''): Promise<string[]> => {
    const { data, next_cursor } = await page(`${query}${cursor}`);
    const ids = data.map(({ id }: { id: string }) => id);
    return next_cursor ? [...ids, ...(await walk(query, `&cursor=${next_cursor}`))] : ids;
  };
  const { data } = await page('sort=-overdue_count');
  const ranked = data.map((row: Record<string, number>) => [row['overdue_count'], row['overdue_cents']]);
  expect(ranked.slice(0, 5)).toEqual([300_00, 100_00, 100_00, 100_00, 50_00].map((cents) => [1, cents]));
  for (const sort of ['unpaid_count', 'unpaid_cents', 'overdue_count', 'overdue_cents']) {
    const whole = await all(`sort=-${sort}`);
    expect(whole).toHaveLength(9);
    expect(await all(`sort=${sort}`)).toEqual(whole.toReversed());
    expect(await walk(`sort=-${sort}&limit=2`)).toEqual(whole);
  }
});
