import { beforeAll, expect, it } from 'vitest';
import { itemsOf } from '../../../domain/tags/item-table.ts';
import { loadAccount, reminderContent } from '../../../facts/messages/drawing/load-content.ts';
import { createWorld, NOW, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

it('A message outside the scenario counts its own items as overdue, and none that another one handles', async () => {
  const customer = await world.customer();
  const overdue = { issued_on: '2026-09-01', due_on: '2026-10-01' };
  const own = await world.invoice(customer.reference, overdue);
  const apart = await world.invoice(customer.reference, overdue);
  const disputed = await world.invoice(customer.reference, overdue);
  const about = {
    creditorId: world.creditorId,
    customerId: customer.id,
    reason: 'Suivi',
    sinceAt: NOW,
    createdBy: 'x',
  };
  const holdOf = (invoiceId: string, kind: 'specific_action' | 'dispute') => ({
    ...{ ...about, id: crypto.randomUUID() },
    ...{ invoiceId, kind },
  });
  await world.db.hold.createMany({
    data: [holdOf(own.id, 'specific_action'), holdOf(apart.id, 'specific_action'), holdOf(disputed.id, 'dispute')],
  });
  const account = await loadAccount(world.db, { creditorId: world.creditorId, customerId: customer.id });
  const request = { customerId: customer.id, currency: 'EUR', level: 0, letterKind: null, test: true, at: NOW };
  const listed = (invoiceIds: string[]) =>
    itemsOf('#items_list_overdue', reminderContent(account, { ...request, invoiceIds })).map(({ number }) => number);
  const { number } = await world.read(own.id);
  expect(listed([own.id])).toEqual([number]);
  expect(listed([disputed.id])).toEqual([]);
});

it('A reminder sent over a pause does not tell its debtor that the invoice is suspended, and counts it; a colleague is told', async () => {
  const customer = await world.customer();
  const overdue = { issued_on: '2026-09-01', due_on: '2026-10-01' };
  const own = await world.invoice(customer.reference, overdue);
  const paused = await world.invoice(customer.reference, overdue);
  const promised = await world.invoice(customer.reference, overdue);
  const about = {
    ...{ creditorId: world.creditorId, customerId: customer.id, reason: 'Vacances', sinceAt: NOW, createdBy: 'x' },
  };
  const holds = [
    { kind: 'pause' as const, invoiceId: own.id },
    { kind: 'pause' as const, invoiceId: paused.id },
    { kind: 'promise' as const, invoiceId: promised.id, untilOn: new Date('2026-12-05'), amountCents: 1_000n },
  ];
  await world.db.hold.createMany({ data: holds.map((hold) => ({ ...about, ...hold, id: crypto.randomUUID() })) });
  const request = { customerId: customer.id, currency: 'EUR', level: 2, letterKind: null, test: true, at: NOW };
  const said = async (invoiceIds: string[], more: object = {}) => {
    const account = await loadAccount(world.db, { creditorId: world.creditorId, customerId: customer.id });
    const content = reminderContent(account, { ...request, invoiceIds, ...more });
    const noteOf = (id: string) => content.accountItems.find(({ number }) => number === numbers[id])?.held;
    return { notes: [own, paused, promised].map(({ id }) => noteOf(id)), content };
  };
  const numbers: Record<string, string> = {};
  for (const { id } of [own, paused, promised]) numbers[id] = (await world.read(id)).number;
  const reminder = await said([own.id, promised.id]);
  expect(reminder.notes).toEqual([null, 'suspendu', expect.stringMatching(/^promesse/)]);
  expect(itemsOf('#items_list_overdue', reminder.content).map(({ number }) => number)).toEqual([numbers[own.id]]);
  expect((await said([own.id], { isInternal: true })).notes[0]).toBe('suspendu');
  await world.db.hold.create({ data: { ...about, kind: 'customer_pause', id: crypto.randomUUID() } });
  expect((await said([own.id])).notes[0]).toBeNull();
});

it('A message leads to the page on which to pay all that it is about, and to that of one of several invoices only in its row', async () => {
  const customer = await world.customer();
  const overdue = { issued_on: '2026-09-01', due_on: '2026-10-01' };
  const links = (name: string) => ({
    payment_url: `https://pay.example/${name}`,
    invoice_url: `https://ged.example/${name}.pdf`,
  });
  const first = await world.invoice(customer.reference, { ...overdue, ...links('one') });
  const other = await world.invoice(customer.reference, { ...overdue, ...links('two') });
  const account = await loadAccount(world.db, { creditorId: world.creditorId, customerId: customer.id });
  const request = { customerId: customer.id, currency: 'EUR', level: 0, letterKind: null, test: true, at: NOW };
  const alone = reminderContent(account, { ...request, invoiceIds: [first.id] });
  expect(alone).toMatchObject({ paymentUrl: 'https://pay.example/one', documentsUrl: 'https://ged.example/one.pdf' });
  const both = reminderContent(account, { ...request, invoiceIds: [first.id, other.id] });
  expect(both).toMatchObject({ paymentUrl: null, documentsUrl: null });
  expect(both.items.map(({ paymentUrl }) => paymentUrl).toSorted()).toEqual([
    'https://pay.example/one',
    'https://pay.example/two',
  ]);
});
