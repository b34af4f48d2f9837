import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { createWorld } from '../world.ts';
import { sharedApi } from './running-api.ts';

// A creditor that bills in euros and in dollars: figures of one currency never include the other.

let key: string;
let api: Awaited<ReturnType<typeof sharedApi>>;
let numbers: Record<'small' | 'large' | 'dollars', string>;

beforeAll(async () => {
  api = await sharedApi();
  const world = await createWorld();
  const { creditorId, customer, invoice } = world;
  key = (await createKey(world.all, { creditorId, name: 'Essai', role: 'collector' })).key;
  const late = { issued_on: '2020-01-01', due_on: '2020-01-31' };
  const [inEuros, inBoth] = [await customer({ name: 'Ange' }), await customer({ name: 'Béa' })];
  numbers = {
    large: (await invoice(inEuros.reference, { ...late, total_cents: 900_00 })).number,
    small: (await invoice(inBoth.reference, { ...late, total_cents: 20_00 })).number,
    dollars: (await invoice(inBoth.reference, { ...late, total_cents: 500_00, currency: 'USD' })).number,
  };
});

const read = async (path: string) => (await api.ask('GET', `/v1${path}`, { key })).body;
const owing = async (query: string) =>
  (await read(`/customers?sort=-overdue_cents${query}`)).data.map(
    (one: { name: string; overdue_cents: number; currency: string }) => [one.name, one.overdue_cents, one.currency],
  );
const found = async (query: string) =>
  (await read(`/invoices?sort=-balance_cents&status=open${query}`)).data.map(
    ({ number }: { number: string }) => number,
  );

describe('of a currency that is asked for', () => {
  it('004-04 the late customers are those who are late in it, with what they owe in it, as many as the dashboard counts', async () => {
    expect(await owing('&late=true&currency=USD')).toEqual([['Béa', 500_00, 'USD']]);
    expect((await read('/dashboard?currency=USD')).late_customers).toBe(1);
    expect(await owing('&late=false&currency=USD')).toEqual([['Ange', 0, 'USD']]);
  });
  it('004-04 the invoices, their counters and their file are those of it', async () => {
    expect(await found('&currency=USD')).toEqual([numbers.dollars]);
    expect(await found('&currency=EUR')).toEqual([numbers.large, numbers.small]);
    expect((await read('/invoices/counters?currency=USD')).all).toEqual({ count: 1, balance_cents: 500_00 });
    const csv = await api.ask('GET', '/v1/invoices?currency=USD', { key, headers: { Accept: 'text/csv' } });
    const [header, row, ...more] = csv.text.trim().split('\r\n');
    expect(more).toEqual([]);
    // Nested values are flattened at any depth: no cell holds an object.
    expect(header).toContain(
      ',customer_contact_id,customer_contact_name,customer_contact_email,customer_contact_phone,',
    );
    expect(row).not.toMatch(/,"?\{""(?:id|code|step|counted_from)""/);
  });
  it('that is none, nothing is found; and what is no currency is refused', async () => {
    expect(await found('&currency=CHF')).toEqual([]);
    expect(await owing('&late=true&currency=CHF')).toEqual([]);
    for (const path of ['/invoices?currency=dollars', '/customers?currency=usd', '/invoices/counters?currency='])
      expect((await api.ask('GET', `/v1${path}`, { key })).status).toBe(400);
  });
});

it('without one the customers owe in the creditor’s own, and the invoices are all there', async () => {
  expect(await owing('&late=true')).toEqual([
    ['Ange', 900_00, 'EUR'],
    ['Béa', 20_00, 'EUR'],
  ]);
  expect(await found('')).toHaveLength(3);
});
