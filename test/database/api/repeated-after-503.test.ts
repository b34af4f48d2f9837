import { beforeEach, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// Nothing listens at Temporal's address: what is posted is stored, in force and answered with 503. The caller repeats it, as the answer
// says.

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;
let supervisor: string;

const post = (path: string, body: object, idempotencyKey?: string) =>
  api.ask('POST', `/v1${path}`, { key, body, headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {} });
const document = (more: object) => ({
  customer_reference: 'C-1',
  kind: 'invoice',
  issued_on: '2026-11-01',
  due_on: '2026-12-01',
  total_cents: 300_00,
  currency: 'EUR',
  ...more,
});
const balanceOf = async (number: string): Promise<number> =>
  (await api.ask('GET', `/v1/invoices?number=${number}`, { key })).body.data[0].balance_cents;

beforeEach(async () => {
  api = await sharedApi();
  const creditor = await api.newCreditor();
  ({ collector: key, supervisor } = creditor);
  const address = { lines: ['1 rue des Lices'], postal_code: '69000', city: 'Lyon', country: 'FR' };
  const customer = {
    reference: 'C-1',
    name: 'Imprimerie Roux',
    kind: 'professional',
    language: 'fr',
    address,
    contacts: [],
  };
  expect((await post('/customers', customer)).text).toContain('Imprimerie Roux');
  for (const number of ['F-1', 'F-2']) expect((await post('/invoices', document({ number }))).status).toBe(503);
});

describe('what is left of a payment, allocated while Temporal is away', () => {
  const allocate = (amount_cents: number, idempotencyKey: string) =>
    post('/payments/P-1/allocations', { invoice_number: 'F-1', amount_cents }, idempotencyKey);

  it('is taken once, however often the same request is sent again', async () => {
    await post('/payments', {
      external_id: 'P-1',
      amount_cents: 100_00,
      currency: 'EUR',
      paid_on: '2026-11-10',
      customer_reference: 'C-1',
      allocations: [],
    });
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await allocate(40_00, 'k-1');
      expect([status, body.code]).toEqual([503, 'stored_not_told']);
      expect(await balanceOf('F-1')).toBe(260_00);
    }
    // Another amount is another request, and needs another key.
    expect((await allocate(5_00, 'k-1')).body.code).toBe('idempotency_key_reused');
    expect(await balanceOf('F-1')).toBe(260_00);
    await allocate(5_00, 'k-2');
    expect(await balanceOf('F-1')).toBe(255_00);
    // An allocation that used all that was left is not refused when it is sent again.
    for (let times = 0; times < 2; times += 1) expect((await allocate(55_00, 'k-3')).status).toBe(503);
    expect(await balanceOf('F-1')).toBe(200_00);
    expect((await allocate(1, 'k-4')).body.code).toBe('more_than_unallocated');
  });
});

it('a task that is done says so to the very request that did it, however often it is sent again, and to no other', async () => {
  const { id: invoiceId } = (await api.ask('GET', '/v1/invoices?number=F-1', { key })).body.data[0];
  const task = { title: 'Rappeler la comptabilité', alert_at: '2027-12-01T09:00:00.000Z', invoice_id: invoiceId };
  const { id } = (await post('/tasks', task)).body;
  await api.db.action.update({ where: { id }, data: { origin: 'attention', attentionCode: 'not_sent' } });
  await api.db.invoice.update({ where: { id: invoiceId }, data: { attentionCode: 'not_sent' } });
  const complete = (idempotencyKey: string) => post(`/actions/${id}/complete`, { comment: 'Fait' }, idempotencyKey);
  for (let times = 0; times < 2; times += 1) expect((await complete('k-1')).body.code).toBe('stored_not_told');
  expect((await complete('k-2')).body.code).toBe('already_done');
});

it('what is left of a credit note is set against an invoice once, however often the same request is sent again', async () => {
  await post('/invoices', document({ number: 'AV-1', kind: 'credit_note', total_cents: 50_00, due_on: null }));
  const { id } = (await api.ask('GET', '/v1/invoices?number=AV-1', { key })).body.data[0];
  const allocate = (amount_cents: number, idempotencyKey: string) =>
    post(`/invoices/${id}/allocations`, { invoice_number: 'F-2', amount_cents }, idempotencyKey);
  for (let times = 0; times < 2; times += 1) expect((await allocate(50_00, 'k-1')).status).toBe(503);
  expect(await balanceOf('F-2')).toBe(250_00);
  // Lowering the invoice frees a part of the allocation: what stays must not be taken for another answer to the request.
  const { id: invoiceId } = (await api.ask('GET', '/v1/invoices?number=F-2', { key })).body.data[0];
  const lowered = { key, body: { total_cents: 20_00 }, headers: { 'If-Match': '*' } };
  expect((await api.ask('PATCH', `/v1/invoices/${invoiceId}`, lowered)).body.code).toBe('stored_not_told');
  expect(await balanceOf('F-2')).toBe(0);
  expect((await api.ask('GET', `/v1/invoices/${id}`, { key })).body.balance_cents).toBe(-30_00);
});

it('a level that is set while no worker answers is one decision, however often the same request is sent again', async () => {
  const { id: invoiceId } = (await api.ask('GET', '/v1/invoices?number=F-1', { key })).body.data[0];
  const set = (level: number, idempotencyKey: string) =>
    api.ask('PUT', `/v1/invoices/${invoiceId}/level`, {
      key,
      body: { level, reason: 'Tout reprendre' },
      headers: { 'Idempotency-Key': idempotencyKey },
    });
  for (let times = 0; times < 2; times += 1) expect((await set(0, 'k-1')).status).toBe(503);
  expect((await set(1, 'k-1')).body.code).toBe('idempotency_key_reused');
  expect(await api.db.decision.count({ where: { invoiceId } })).toBe(1);
});

it('a file that is imported is one import, however often the same request is sent again', async () => {
  const send = (raw: string, idempotencyKey: string) =>
    api.ask('POST', '/v1/imports?kind=third_parties', {
      key: supervisor,
      raw,
      headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': idempotencyKey },
    });
  const file = 'reference;name;email\nET-1;Étude Roy;roy@etude.example\n';
  const imports = async () => (await api.ask('GET', '/v1/imports', { key: supervisor })).body.data.length;
  for (let times = 0; times < 2; times += 1) {
    const { status, body } = await send(file, 'k-1');
    expect([status, body.code, await imports()]).toEqual([503, 'stored_not_told', 1]);
  }
  expect((await send(`${file}ET-2;Autre;autre@etude.example\n`, 'k-1')).body.code).toBe('idempotency_key_reused');
  // The same file under another key is another import.
  await send(file, 'k-2');
  expect(await imports()).toBe(2);
});
