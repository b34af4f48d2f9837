import { beforeEach, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// Which scenario applies to a customer, and why.

let api: Awaited<ReturnType<typeof sharedApi>>;
let creditor: Awaited<ReturnType<typeof api.newCreditor>>;
beforeEach(async () => {
  api = await sharedApi();
  creditor = await api.newCreditor();
});

const scenarioOf = async (name: string) =>
  api.db.scenario.findFirstOrThrow({ where: { name, creditorId: creditor.id }, select: { id: true, name: true } });

async function newCustomer(reference: string, more: object = {}): Promise<string> {
  const address = { lines: ['1 rue des Lices'], postal_code: '69000', city: 'Lyon', country: 'FR' };
  const body = { reference, name: 'Roux', kind: 'professional', language: 'fr', address, contacts: [], ...more };
  const { status, body: made } = await api.ask('POST', '/v1/customers', { key: creditor.supervisor, body });
  expect(status).toBe(201);
  return made.id;
}
const inForce = async (id: string) =>
  (await api.ask('GET', `/v1/customers/${id}`, { key: creditor.collector })).body.scenario_in_force;

it('002-06 it is his own, else that of his group, else the default of his kind, each with its name and where it comes from', async () => {
  const byHand = await scenarioOf('Relance à la main');
  const all = await api.db.scenario.findMany({ where: { creditorId: creditor.id }, orderBy: { name: 'asc' } });
  const ofKind = (kind: 'professional' | 'consumer') => {
    const { id, name } = all.find(({ defaultFor }) => defaultFor.includes(kind))!;
    return { id, name, from: 'default' };
  };
  const own = await newCustomer('C-1', { scenario_id: byHand.id });
  expect(await inForce(own)).toEqual({ ...byHand, from: 'customer' });
  const company = await newCustomer('C-2');
  const consumer = await newCustomer('C-3', { kind: 'consumer' });
  expect([await inForce(company), await inForce(consumer)]).toEqual([ofKind('professional'), ofKind('consumer')]);

  const criteria = { all: [{ field: 'country', op: 'eq', value: 'FR' }] };
  const group = { name: 'Français', priority: 1, criteria, scenario_id: all.find(({ id }) => id !== byHand.id)!.id };
  const made = (await api.ask('POST', '/v1/groups', { key: creditor.supervisor, body: group })).body;
  const ofGroup = { id: group.scenario_id, name: all.find(({ id }) => id === group.scenario_id)!.name, from: 'group' };
  await api.db.customer.updateMany({ where: { creditorId: creditor.id }, data: { groupId: made.id } });
  expect([await inForce(company), await inForce(own)]).toEqual([ofGroup, { ...byHand, from: 'customer' }]);
  const { data } = (await api.ask('GET', '/v1/customers?sort=reference', { key: creditor.collector })).body;
  expect(data.map((row: { scenario_in_force: { from: string } }) => row.scenario_in_force.from)).toEqual([
    ...['customer', 'group', 'group'],
  ]);
  expect(data[0].group).toEqual({ id: made.id, name: 'Français' });

  await api.db.customerGroup.update({ where: { id: made.id }, data: { scenarioId: null } });
  expect(await inForce(consumer)).toEqual(ofKind('consumer'));
  await api.db.scenario.updateMany({ where: { creditorId: creditor.id }, data: { defaultFor: [] } });
  expect(await inForce(consumer)).toBeNull();
});
