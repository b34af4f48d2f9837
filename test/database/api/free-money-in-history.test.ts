import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

// Money of a customer that is set against nothing concerns the invoices that were open then, whose reminders it may
// cover; what had ended before has nothing to do with it.

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let customerId: string;

const ENDED = new Date('2026-11-20T09:00:00Z');
const BEFORE = new Date('2026-11-19T09:00:00Z');
const AFTER = new Date('2026-11-21T09:00:00Z');

beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  const body = { ...(SAMPLE_BODIES['POST /v1/customers'] as object), reference: 'C-1' };
  await api.ask('POST', '/v1/customers', { key: ours.admin, body });
  customerId = (await api.db.customer.findFirstOrThrow({ where: { creditorId: ours.id } })).id;
});

async function invoice(number: string, ending: object = {}): Promise<string> {
  const body = { ...(SAMPLE_BODIES['POST /v1/invoices'] as object), customer_reference: 'C-1', number };
  await api.ask('POST', '/v1/invoices', { key: ours.admin, body });
  const { id } = await api.db.invoice.findFirstOrThrow({ where: { creditorId: ours.id, number } });
  await api.db.invoice.update({ where: { id }, data: ending });
  return id;
}

async function line(kind: string, at: Date, invoiceId: string | null = null): Promise<string> {
  const id = randomUUID();
  const of = { creditorId: ours.id, customerId, invoiceId, actorKind: 'system', actorName: 'Relance' };
  await api.db.historyEntry.create({ data: { id, ...of, at, kind, data: { amountCents: 100, currency: 'EUR' } } });
  return id;
}

async function told(path: string, ids: readonly string[]): Promise<boolean[]> {
  const { body } = await api.ask('GET', `/v1/${path}/history?limit=200&count=true`, { key: ours.collector });
  const lines = body.data as { id: string }[];
  expect(body.total).toBe(lines.length);
  return ids.map((id) => lines.some((one) => one.id === id));
}

it('free money that comes or goes back stands in the history of the customer and of what was open then', async () => {
  const open = await invoice('F-OPEN');
  const ended = await invoice('F-LOST', { closedAs: 'written_off', closedAt: ENDED });
  const later = [
    await line('paid', AFTER),
    await line('payment_reversed', AFTER),
    await line('allocation_reversed', AFTER),
  ];
  const lines = [...later, await line('paid', BEFORE), await line('changed', AFTER)];
  expect(await told(`customers/${customerId}`, lines)).toEqual([true, true, true, true, true]);
  expect(await told(`invoices/${open}`, lines)).toEqual([true, true, true, true, true]);
  expect(await told(`invoices/${ended}`, lines)).toEqual([false, false, false, true, true]);
});

it('money of the invoice itself stands in its history also when it had ended', async () => {
  const ended = await invoice('F-PAID', { closedAs: 'written_off', closedAt: ENDED });
  const own = [await line('payment_reversed', AFTER, ended), await line('paid', AFTER, ended)];
  expect(await told(`invoices/${ended}`, own)).toEqual([true, true]);
});
