import { beforeAll, expect, it } from 'vitest';
import { assignCustomers } from '../../../facts/customers/assign-customers.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { type CustomerChange, customerChange } from '../../../facts/inputs/customer.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { moveCases } from '../../../facts/scenarios/move-cases.ts';
import { createWorld, type World } from '../world.ts';

// The history keeps the names of what was changed: a reader a year later sees the name of that time.

const BY_HAND = 'Relance à la main';
const TAG = 'suivi personnalisé';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const change = (id: string, input: Partial<CustomerChange>) =>
  changeCustomer(world.db, world.context, id, customerChange.parse(input), () => undefined);

const changesOf = async (customerId: string, invoiceId: string | null = null) =>
  (
    await world.db.historyEntry.findMany({
      where: { customerId, invoiceId, kind: 'changed' },
      orderBy: { id: 'asc' },
    })
  ).map(({ data }) => data);

it('A customer’s history names the group and the scenario that he came into and left', async () => {
  const { id } = await world.customer();
  await change(id, { tags: [TAG] });
  const group = await world.db.customerGroup.findFirstOrThrow({ where: { customers: { some: { id } } } });
  await world.db.customerGroup.update({ where: { id: group.id }, data: { name: 'Renommé' } });
  await change(id, { tags: [] });
  const into = { groupName: group.name, groupNameBefore: null, scenarioName: BY_HAND, scenarioNameBefore: null };
  const out = { groupName: null, groupNameBefore: 'Renommé', scenarioName: null, scenarioNameBefore: BY_HAND };
  const fields = ['group_id', 'scenario_id'];
  expect(await changesOf(id)).toEqual([
    { fields: ['tags'] },
    { fields, ...into },
    { fields: ['tags'] },
    { fields, ...out },
  ]);
});

it('It names the collector and the scenario of his own, given on his card or to many at once', async () => {
  const { id } = await world.customer();
  const [ines, karim] = await Promise.all(['Inès', 'Karim'].map((name) => userCalled(name)));
  const own = await world.db.scenario.findFirstOrThrow({ where: { name: BY_HAND } });
  await change(id, { collector_id: ines!, scenario_id: own.id });
  await assignCustomers(world.db, world.context, { customer_ids: [id], collector_id: karim! });
  expect(await changesOf(id)).toEqual([
    {
      fields: ['collector_id', 'scenario_id'],
      ...{ scenarioName: BY_HAND, scenarioNameBefore: null, collectorName: 'Inès', collectorNameBefore: null },
    },
    { fields: ['collector_id'], collectorName: 'Karim', collectorNameBefore: 'Inès' },
  ]);
});

async function userCalled(name: string): Promise<string> {
  const id = crypto.randomUUID();
  const { creditorId } = world;
  await world.db.user.create({ data: { id, creditorId, name, email: `${id}@example.org`, role: 'collector' } });
  return id;
}

it('A case’s names the scenario of its own, and the version that it was moved to', async () => {
  const { id: customerId, reference } = await world.customer();
  const { id } = await world.invoice(reference);
  const own = await world.db.scenario.findFirstOrThrow({ where: { name: BY_HAND } });
  await changeInvoice(world.db, world.context, id, { scenario_id: own.id }, () => undefined);
  const { id: _old, ...version } = await world.db.scenarioVersion.findFirstOrThrow({ where: { scenarioId: own.id } });
  await world.db.scenarioVersion.create({ data: { ...version, id: crypto.randomUUID(), version: 2 } });
  await world.db.scenario.update({ where: { id: own.id }, data: { currentVersion: 2 } });
  await moveCases(world.db, world.context, own.id, [id]);
  expect(await changesOf(customerId, id)).toEqual([
    { fields: ['scenario_id'], scenarioName: BY_HAND, scenarioNameBefore: null },
    { fields: ['scenario_version'], scenarioVersion: 2, scenarioVersionBefore: 1 },
  ]);
});
