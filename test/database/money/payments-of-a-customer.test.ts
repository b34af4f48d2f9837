import { beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { sharedApi } from '../api/running-api.ts';
import { createWorld, type World } from '../world.ts';

// A customer's payments as the collector sees them: where each one went, what is left of it, what was reversed.

let world: World;
let key: string;
let api: Awaited<ReturnType<typeof sharedApi>>;

beforeAll(async () => {
  api = await sharedApi();
  world = await createWorld();
  key = (await createKey(world.all, { creditorId: world.creditorId, name: 'Essai', role: 'collector' })).key;
});

const ask = (customerId: string, query = '', asker = key) =>
  api.ask('GET', `/v1/customers/${customerId}/payments${query}`, { key: asker });

const idsOf = ({ body }: Awaited<ReturnType<typeof ask>>): string[] =>
  body.data.map((payment: { external_id: string }) => payment.external_id);

async function owed() {
  const { id, reference } = await world.customer();
  return { id, reference, invoice: await world.invoice(reference) };
}

it('each payment says where it went, what is left of it and that it came back, the newest first', async () => {
  const { id, reference, invoice } = await owed();
  await world.pay(invoice.number, 130_00, { external_id: 'VIR-1', paid_on: '2026-11-02', method: 'Virement' });
  const rejected = { external_id: 'CHQ-1', paid_on: '2026-11-10', allocations: [], customer_reference: reference };
  await world.pay(invoice.number, 70_00, rejected);
  await world.reverse('CHQ-1', 'REJ-1', 'Chèque sans provision');
  const { status, body } = await ask(id, '?count=true');
  expect([status, body.total]).toEqual([200, 2]);
  expect(body.data).toMatchObject([
    {
      external_id: 'CHQ-1',
      amount_cents: 70_00,
      unallocated_cents: 0,
      allocations: [],
      reversal: { external_id: 'REJ-1', reason: 'Chèque sans provision' },
    },
    {
      external_id: 'VIR-1',
      customer_reference: reference,
      paid_on: '2026-11-02',
      method: 'Virement',
      unallocated_cents: 30_00,
      allocations: [{ invoice_id: invoice.id, invoice_number: invoice.number, amount_cents: 100_00, status: 'paid' }],
      reversal: null,
    },
  ]);
  const page = await ask(id, '?limit=1');
  expect(idsOf(page)).toEqual(['CHQ-1']);
  expect(idsOf(await ask(id, `?limit=1&cursor=${encodeURIComponent(page.body.next_cursor)}`))).toEqual(['VIR-1']);
});

it('what is still to be allocated is found by itself', async () => {
  const { id, invoice } = await owed();
  await world.pay(invoice.number, 100_00);
  await world.pay(invoice.number, 25_00, { external_id: 'VIR-LIBRE' });
  expect(idsOf(await ask(id, '?unallocated=true'))).toEqual(['VIR-LIBRE']);
  expect((await ask(id, '?unallocated=true&count=true')).body.total).toBe(1);
});

it('what somebody else paid for him is his to see, and what is left of it the payer’s alone', async () => {
  const child = await owed();
  const parent = await owed();
  await world.pay(parent.invoice.number, 150_00, { external_id: 'VIR-MERE' });
  const rest = { invoice_number: child.invoice.number, amount_cents: 20_00 };
  await allocatePayment(world.db, world.context, { externalId: 'VIR-MERE' }, rest);
  expect(idsOf(await ask(child.id))).toEqual(['VIR-MERE']);
  expect(idsOf(await ask(child.id, '?unallocated=true'))).toEqual([]);
  expect(idsOf(await ask(parent.id, '?unallocated=true'))).toEqual(['VIR-MERE']);
});

it('of another creditor’s customer as of an unknown one there is nothing, and payment systems do not read it', async () => {
  const { id, invoice } = await owed();
  await world.pay(invoice.number, 10_00);
  const other = await api.newCreditor();
  const theirs = await ask(id, '', other.collector);
  const nobodys = await ask('018f0000-0000-7000-8000-000000000001', '', other.collector);
  expect([theirs.status, theirs.text]).toEqual([404, nobodys.text]);
  expect((await ask(id, '', other.payments)).status).toBe(403);
  expect((await ask(id, '?colour=red')).status).toBe(400);
});
