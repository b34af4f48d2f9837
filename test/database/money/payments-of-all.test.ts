import { beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { sharedApi } from '../api/running-api.ts';
import { createWorld, type World } from '../world.ts';

// All customers' payments: at the end of a month, whose money is not allocated yet, and whose payment has a given bank reference.

let world: World;
let key: string;
let api: Awaited<ReturnType<typeof sharedApi>>;

beforeAll(async () => {
  api = await sharedApi();
  world = await createWorld();
  key = (await createKey(world.all, { creditorId: world.creditorId, name: 'Essai', role: 'collector' })).key;
});

const ask = (path: string, asker = key) => api.ask('GET', `/v1${path}`, { key: asker });
const idsOf = ({ body }: Awaited<ReturnType<typeof ask>>): string[] =>
  body.data.map((payment: { external_id: string }) => payment.external_id);

async function owed() {
  const { id, reference } = await world.customer();
  return { id, reference, invoice: await world.invoice(reference) };
}

it('what is still to be allocated is found of all customers at once, with whose it is, until it is set against an invoice', async () => {
  const [one, other] = [await owed(), await owed()];
  await world.pay(one.invoice.number, 100_00, { external_id: 'VIR-JUSTE', paid_on: '2026-11-03' });
  await world.pay(one.invoice.number, 25_00, { external_id: 'VIR-TROP', paid_on: '2026-11-02' });
  const unnamed = {
    external_id: 'VIR-MUET',
    paid_on: '2026-11-04',
    allocations: [],
    customer_reference: other.reference,
  };
  await world.pay(other.invoice.number, 40_00, unnamed);
  const free = await ask('/payments?unallocated=true&count=true');
  expect([idsOf(free), free.body.total]).toEqual([['VIR-MUET', 'VIR-TROP'], 2]);
  expect(free.body.data[0]).toMatchObject({ customer: { id: other.id }, unallocated_cents: 40_00 });
  expect((await ask(`/customers/${other.id}`)).body.unallocated_cents).toBe(40_00);
  const whose = await ask('/customers?unallocated=true');
  expect(whose.body.data.map(({ id }: { id: string }) => id).toSorted()).toEqual([one.id, other.id].toSorted());
  const all = { invoice_number: other.invoice.number, amount_cents: 40_00 };
  await allocatePayment(world.db, world.context, { externalId: 'VIR-MUET' }, all);
  expect(idsOf(await ask('/payments?unallocated=true'))).toEqual(['VIR-TROP']);
  expect((await ask(`/customers/${other.id}`)).body.unallocated_cents).toBe(0);
  expect((await ask('/customers?unallocated=true')).body.data).toHaveLength(1);
});

it('a payment is found by a part of its reference, whoever paid, and by day, amount, currency and customer', async () => {
  const [one, other] = [await owed(), await owed()];
  await world.pay(one.invoice.number, 30_00, { external_id: 'BQ_7/2026-a', paid_on: '2026-10-05' });
  await world.pay(other.invoice.number, 31_00, { external_id: 'BQ-8', paid_on: '2026-10-06' });
  expect(idsOf(await ask('/payments?q=bq_7'))).toEqual(['BQ_7/2026-a']);
  expect(idsOf(await ask('/payments?q=bq'))).toEqual(['BQ-8', 'BQ_7/2026-a']);
  expect(idsOf(await ask('/payments?q=BQ&paid_after=2026-10-05&paid_before=2026-10-07'))).toEqual(['BQ-8']);
  expect(idsOf(await ask('/payments?q=BQ&amount_cents=3000'))).toEqual(['BQ_7/2026-a']);
  expect(idsOf(await ask(`/payments?customer_id=${other.id}`))).toEqual(['BQ-8']);
  expect(idsOf(await ask('/payments?q=BQ&currency=USD'))).toEqual([]);
});

it('another creditor sees none of it, and a payment system has no list', async () => {
  const { invoice } = await owed();
  await world.pay(invoice.number, 10_00);
  const other = await api.newCreditor();
  expect((await ask('/payments', other.collector)).body.data).toEqual([]);
  expect((await ask('/payments', other.payments)).status).toBe(403);
  expect((await ask('/payments?colour=red')).status).toBe(400);
});
