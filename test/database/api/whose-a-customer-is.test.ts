import { beforeEach, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let creditor: Awaited<ReturnType<typeof api.newCreditor>>;
let lea: string;
let marc: string;

beforeEach(async () => {
  api = await sharedApi();
  creditor = await api.newCreditor();
  const user = async (name: string): Promise<string> => {
    const body = { name, email: `${name.toLowerCase()}@essai.example`, phone: null, role: 'collector' };
    return (await api.ask('POST', '/v1/users', { key: creditor.admin, body })).body.id;
  };
  [lea, marc] = [await user('Lea'), await user('Marc')];
});

async function customerOf(collectorId: string) {
  const address = { lines: ['1 rue des Lices'], postal_code: '69000', city: 'Lyon', country: 'FR' };
  const customer = { reference: 'C-1', name: 'Imprimerie Roux', kind: 'professional', language: 'fr', address };
  const body = { ...customer, contacts: [], collector_id: collectorId };
  const made = await api.ask('POST', '/v1/customers', { key: creditor.collector, body });
  expect([made.status, made.body.collector_id]).toEqual([201, collectorId]);
  return (key: string, change: object) =>
    api.ask('PATCH', `/v1/customers/${made.body.id}`, { key, body: change, headers: { 'If-Match': '*' } });
}

it('a collector says whose a customer is when he creates him, and gives him to nobody else afterwards', async () => {
  const change = await customerOf(lea);
  for (const collector_id of [marc, null]) {
    const { status, body } = await change(creditor.collector, { name: 'Roux', collector_id });
    expect([status, body.code]).toEqual([403, 'forbidden']);
  }
  const kept = await change(creditor.collector, { name: 'Imprimerie Roux et fils', collector_id: lea });
  expect([kept.status, kept.body.name, kept.body.collector_id]).toEqual([200, 'Imprimerie Roux et fils', lea]);
});

it('a supervisor gives a customer to another collector', async () => {
  const change = await customerOf(lea);
  expect((await change(creditor.supervisor, { collector_id: marc })).body.collector_id).toBe(marc);
});
