import { beforeAll, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor('Groupes');
  for (const [reference, kind, country] of [
    ['C-1', 'consumer', 'FR'],
    ['C-2', 'professional', 'BE'],
    ['C-3', 'professional', 'FR'],
  ] as const)
    await api.ask('POST', '/v1/customers', { key: ours.admin, body: customer(reference, kind, country) });
});

const customer = (reference: string, kind: string, country: string) => ({
  reference,
  name: `Client ${reference}`,
  kind,
  language: 'fr',
  address: { lines: ['1 rue'], postal_code: '1000', city: 'Ville', country },
  contacts: [],
});
const is = (field: string, value: string) => ({ all: [{ field, op: 'eq', value }] });
const preview = (body: object, key = ours.collector) => api.ask('POST', '/v1/groups/preview', { key, body });

describe('a preview of criteria', () => {
  it('counts who fits, names some, and stores nothing', async () => {
    const before = await api.db.customerGroup.count();
    const { status, body } = await preview({ criteria: is('kind', 'professional') });
    expect([status, body.count, body.taken_before]).toEqual([200, 2, 0]);
    expect(body.examples.map(({ name }: { name: string }) => name)).toEqual(['Client C-2', 'Client C-3']);
    expect(await api.db.customerGroup.count()).toBe(before);
  });
  it('says whom a group that is asked before would take, and not itself', async () => {
    const group = { name: 'Belges', priority: 5, criteria: is('country', 'BE'), scenario_id: null };
    const { id } = (await api.ask('POST', '/v1/groups', { key: ours.supervisor, body: group })).body;
    const asked = { criteria: is('kind', 'professional') };
    expect((await preview({ ...asked, priority: 6 })).body).toMatchObject({
      count: 2,
      taken_before: 1,
      examples: [{ name: 'Client C-3' }],
    });
    expect((await preview({ ...asked, priority: 4 })).body.taken_before).toBe(0);
    expect((await preview({ ...asked, priority: 5, group_id: id })).body.taken_before).toBe(0);
  });
  it('refuses what a group would be refused, at its place', async () => {
    const { status, body } = await preview({ criteria: { all: [{ field: 'kind', op: 'gte', value: 'x' }] } });
    expect([status, body.errors[0].pointer]).toEqual([422, '/criteria/all/0/op']);
  });
  it('sees no other creditor’s customers', async () => {
    const theirs = await api.newCreditor('Autre');
    expect((await preview({ criteria: is('kind', 'professional') }, theirs.collector)).body.count).toBe(0);
  });
});
