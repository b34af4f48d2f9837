import { beforeAll, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
});

const bruxelles = { lines: ['Rue Haute 12'], postal_code: '1000', city: 'Bruxelles' };

const aCustomer = async (reference: string, address: object) => {
  const body = { reference, name: 'Atelier Peeters', kind: 'professional', address };
  const { body: customer } = await api.ask('POST', '/v1/customers', { key: ours.supervisor, body });
  return customer as { id: string; address: { country: string } };
};

describe('An address that is changed without its country', () => {
  it('leaves a customer where he is; somebody new is in France unless it is said', async () => {
    const belgian = await aCustomer('C-BE', { ...bruxelles, country: 'BE' });
    const body = { address: { ...bruxelles, lines: ['Rue Haute 14'] } };
    const headers = { 'If-Match': '*' };
    const changed = await api.ask('PATCH', `/v1/customers/${belgian.id}`, { key: ours.supervisor, body, headers });
    expect(changed.body.address).toEqual({ ...body.address, country: 'BE' });
    expect((await aCustomer('C-FR', bruxelles)).address.country).toBe('FR');
  });

  it('leaves a notary where he is too', async () => {
    const body = { name: 'Étude Maes', address: { ...bruxelles, country: 'BE' } };
    const made = await api.ask('POST', '/v1/third-parties', { key: ours.supervisor, body });
    const headers = { 'If-Match': '*' };
    const path = `/v1/third-parties/${made.body.id}`;
    const changed = await api.ask('PATCH', path, { key: ours.supervisor, body: { address: bruxelles }, headers });
    expect(changed.body.address).toEqual({ ...bruxelles, country: 'BE' });
  });
});

describe('An id', () => {
  it('in capitals is the same id, in a path and in a body', async () => {
    const { id } = await aCustomer('C-CAPS', bruxelles);
    const read = await api.ask('GET', `/v1/customers/${id.toUpperCase()}`, { key: ours.collector });
    expect(read.body.id).toBe(id);
    const assigned = await api.ask('POST', '/v1/customers/assign', {
      key: ours.supervisor,
      body: { customer_ids: [id.toUpperCase()], collector_id: null },
    });
    expect(assigned.status).toBe(200);
  });
});

describe('A body', () => {
  it('that is no UTF-8 is 400, and nothing is stored of it', async () => {
    const customer = JSON.stringify({ reference: 'C-LATIN', name: 'Café', kind: 'public', address: bruxelles });
    const answer = await fetch(`${api.url}/v1/customers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${ours.supervisor}` },
      body: Buffer.from(customer, 'latin1'),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'malformed']);
    expect(await api.db.customer.count({ where: { reference: 'C-LATIN' } })).toBe(0);
  });
});

describe('What needs no key', () => {
  it.each(['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs'])(
    '%s is read, and not written',
    async (path) => {
      const answer = await fetch(`${api.url}${path}`, { method: 'POST' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect((await fetch(`${api.url}${path}`, { method: 'HEAD' })).status).not.toBe(405);
    },
  );
});
