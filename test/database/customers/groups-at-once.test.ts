import { beforeAll, expect, it } from 'vitest';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { storeUnit } from '../../../facts/imports/store-unit.ts';
import { readRecords } from '../../../facts/imports/read-file.ts';
import { toUnits } from '../../../facts/imports/units.ts';
import { type CustomerChange, customerChange } from '../../../facts/inputs/customer.ts';
import { createWorld, type World } from '../world.ts';

const BY_HAND = 'Relance à la main';
const TAG = 'suivi personnalisé';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const change = (id: string, input: Partial<CustomerChange>) =>
  changeCustomer(world.db, world.context, id, customerChange.parse(input), () => undefined);

async function scenarioOf(invoiceId: string): Promise<string> {
  const invoice = await world.db.invoice.findUniqueOrThrow({
    where: { id: invoiceId },
    include: { scenarioVersion: { include: { scenario: true } } },
  });
  return invoice.scenarioVersion!.scenario.name;
}

it('A customer who is stored with the tag of a group is in it, and his first invoice follows its scenario', async () => {
  const tagged = await world.customer({ tags: [TAG] });
  const other = await world.customer();
  expect(await scenarioOf((await world.invoice(tagged.reference)).id)).toBe(BY_HAND);
  expect(await scenarioOf((await world.invoice(other.reference)).id)).not.toBe(BY_HAND);
});

it('So is one who comes from a file', async () => {
  const file = `reference;name;kind;address_line_1;postal_code;city;country;tags\nHX;Hôpital X;public;1 rue;69003;Lyon;FR;${TAG}\n`;
  for (const unit of toUnits('customers', readRecords('customers', new TextEncoder().encode(file))))
    expect((await storeUnit(world.db, world.context, 'customers', unit)).refused).toEqual([]);
  expect(await scenarioOf((await world.invoice('HX')).id)).toBe(BY_HAND);
});

it('One who is tagged so that nothing leaves by itself is in the group at once, and his open cases are told', async () => {
  const { id, reference } = await world.customer();
  const invoice = await world.invoice(reference);
  const { tellings } = await change(id, { tags: [TAG] });
  expect(await scenarioOf(invoice.id)).toBe(BY_HAND);
  expect(tellings.map(({ invoiceId }) => invoiceId)).toEqual([invoice.id]);
  await change(id, { tags: [] });
  expect(await scenarioOf(invoice.id)).not.toBe(BY_HAND);
});

it('A tag that no group asks for tells nobody, and moves nobody', async () => {
  const { id, reference } = await world.customer();
  const invoice = await world.invoice(reference);
  const before = await scenarioOf(invoice.id);
  expect((await change(id, { tags: ['fidèle'] })).tellings).toEqual([]);
  expect(await scenarioOf(invoice.id)).toBe(before);
});
