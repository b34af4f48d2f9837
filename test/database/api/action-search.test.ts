import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

// A caller is found in the agenda by anything they say about themselves, whether a few actions match or nearly all.

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  await waits(ours, 'Ménuiserie Zénith', 'ZEN-41', null);
  await waits(ours, 'Autre', 'AUT-42', 'Rappeler la comptable à Évry');
  await api.db.action.create({
    data: { ...open(ours.id), customerId: null, kind: 'task', origin: 'task', title: 'Tri du courrier' },
  });
  await waits(await api.newCreditor(), 'Ménuiserie Zénith', 'ZEN-41', 'Rappeler la comptable à Évry');
});

const open = (creditorId: string) => ({
  ...{ id: randomUUID(), creditorId, mode: 'manual' as const, dueAt: new Date(), dueOn: new Date() },
});

/** A call to make about the customer's one invoice. */
async function waits(
  { id: creditorId, admin }: { id: string; admin: string },
  name: string,
  number: string,
  title: string | null,
): Promise<void> {
  const body = { ...(SAMPLE_BODIES['POST /v1/customers'] as object), name, reference: `C-${number}` };
  await api.ask('POST', '/v1/customers', { key: admin, body });
  const invoice = { ...(SAMPLE_BODIES['POST /v1/invoices'] as object), number, customer_reference: `C-${number}` };
  await api.ask('POST', '/v1/invoices', { key: admin, body: invoice });
  const { id: invoiceId, customerId } = await api.db.invoice.findFirstOrThrow({ where: { creditorId, number } });
  const invoices = { create: [{ invoiceId }] };
  await api.db.action.create({
    data: { ...open(creditorId), customerId, kind: 'call', origin: 'specific_action', title, invoices },
  });
}

const found = async (q: string, more = ''): Promise<number> => {
  const path = `/v1/actions?q=${encodeURIComponent(q)}&count=true&limit=1${more}`;
  const { status, body } = await api.ask('GET', path, { key: ours.collector });
  expect([q, status, body.data?.length]).toEqual([q, 200, Math.min(1, body.total)]);
  return body.total;
};

it.each([
  ['the customer, without accents', 'menuiserie zenith', 1],
  ['his reference', 'c-zen', 1],
  ['the number of an invoice', 'ZEN-41', 1],
  ['its title', 'comptable à evry', 1],
  ['the title of a task about nobody', 'COURRIER', 1],
  ['two letters', 'ze', 1],
])('%s finds what is to be done', async (_what, q, count) => {
  expect(await found(q)).toBe(count);
  expect(await found(q, '&status=to_do,to_confirm')).toBe(count);
  expect(await found(q, '&status=done')).toBe(0);
});

it('what nobody wrote finds nothing', async () => {
  for (const q of ['nulle part', '%%%', 'zen_41']) expect([q, await found(q)]).toEqual([q, 0]);
});

it('what nearly all actions are about finds them all', async () => {
  const { id: customerId } = await api.db.customer.findFirstOrThrow({
    where: { creditorId: ours.id, reference: 'C-AUT-42' },
  });
  const ids = Array.from({ length: 2_100 }, () => randomUUID());
  await api.db.action.createMany({
    data: ids.map((id) => ({ ...open(ours.id), id, customerId, kind: 'task' as const, origin: 'task' })),
  });
  expect(await found('aut-42')).toBe(ids.length + 1);
  expect(await found('aut-42', '&status=done')).toBe(0);
  await api.db.action.deleteMany({ where: { id: { in: ids } } });
});
