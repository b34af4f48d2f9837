import { beforeEach, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// The API is killed after it stored something and before it kept the answer: a repeated request gets what the first one made.

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;
let customerId: string;
let invoiceId: string;

beforeEach(async () => {
  api = await sharedApi();
  key = (await api.newCreditor()).collector;
  const post = (path: string, body: object) => api.ask('POST', `/v1${path}`, { key, body });
  const address = { lines: ['1 rue des Lices'], postal_code: '69000', city: 'Lyon', country: 'FR' };
  const customer = { reference: 'C-1', name: 'Imprimerie Roux', kind: 'professional', language: 'fr', contacts: [] };
  customerId = (await post('/customers', { ...customer, address })).body.id;
  const days = { issued_on: '2026-11-01', due_on: '2026-12-01' };
  await post('/invoices', {
    ...{ number: 'F-1', customer_reference: 'C-1', kind: 'invoice', total_cents: 300_00, currency: 'EUR', ...days },
  });
  const { body } = await api.ask('GET', '/v1/invoices?number=F-1', { key });
  invoiceId = body.data[0].id;
});

/** Sends a request twice with the same key, with the answer to the first one lost. */
async function askedTwice(path: string, body: object) {
  const idempotencyKey = crypto.randomUUID();
  const ask = () => api.ask('POST', `/v1${path}`, { key, body, headers: { 'Idempotency-Key': idempotencyKey } });
  const first = await ask();
  expect(first.status).toBe(201);
  const lost = { status: null, attemptedAt: new Date(0) };
  await api.db.idempotentRequest.updateMany({ where: { key: idempotencyKey }, data: lost });
  const second = await ask();
  expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([201, null]);
  expect(second.body).toEqual(first.body);
  return first.body.id as string;
}

const linesOf = (kind: string) => api.db.historyEntry.count({ where: { customerId, kind } });

describe('Repeated when its answer was lost, the same request is', () => {
  it('one task', async () => {
    await askedTwice('/tasks', { title: 'Rappeler', alert_at: '2027-01-04T08:00:00Z', customer_id: customerId });
    expect(await api.db.action.count({ where: { customerId, origin: 'task' } })).toBe(1);
  });

  it('one task about nobody', async () => {
    const title = `Voir ${crypto.randomUUID()}`;
    await askedTwice('/tasks', { title, alert_at: '2027-01-04T08:00:00Z' });
    expect(await api.db.action.count({ where: { title } })).toBe(1);
  });

  it('one call of the customer, and of an invoice', async () => {
    await askedTwice(`/customers/${customerId}/calls`, { outcome: 'reached', invoice_ids: [invoiceId] });
    expect(await linesOf('call')).toBe(1);
    await askedTwice(`/invoices/${invoiceId}/calls`, { outcome: 'voicemail', comment: 'Message laissé' });
    expect(await linesOf('call')).toBe(2);
  });

  it('one note', async () => {
    const id = await askedTwice('/notes', {
      customer_id: customerId,
      invoice_ids: [invoiceId],
      text: 'Absent en août',
    });
    expect(await linesOf('note')).toBe(1);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('while another request of the same words is another call', async () => {
    const call = { outcome: 'no_answer' };
    const ids = [
      await askedTwice(`/invoices/${invoiceId}/calls`, call),
      await askedTwice(`/invoices/${invoiceId}/calls`, call),
    ];
    expect([new Set(ids).size, await linesOf('call')]).toEqual([2, 2]);
  });
});

describe('Repeated while Temporal is away, or when its answer was lost, what a person decides about what moves no case', () => {
  const decide = (path: string, body: object, idempotencyKey: string) =>
    api.ask('POST', `/v1${path}`, { key, body, headers: { 'Idempotency-Key': idempotencyKey } });
  const losesAnswer = (idempotencyKey: string) =>
    api.db.idempotentRequest.updateMany({
      where: { key: idempotencyKey },
      data: { status: null, attemptedAt: new Date(0) },
    });

  it('is decided once, and answered as decided: an acknowledgement that did not leave is sent again', async () => {
    const { creditorId } = await api.db.customer.findUniqueOrThrow({ where: { id: customerId } });
    const message = await api.db.message.create({
      data: {
        ...{
          id: crypto.randomUUID(),
          creditorId,
          customerId,
          kind: 'email',
          origin: 'acknowledgement',
          language: 'fr',
        },
        ...{
          originId: crypto.randomUUID(),
          currency: 'EUR',
          status: 'failed',
          test: true,
          actor: {},
          reservedAt: new Date(),
        },
        ...{ customSubject: 'Votre appel', customBodyHtml: '<p>Bien noté.</p>' },
        items: { create: [{ invoiceId, cycle: 1, stepKey: null, level: 0, amountCents: 30_000n }] },
      },
    });
    const task = await api.db.action.create({
      data: {
        ...{ id: crypto.randomUUID(), creditorId, customerId, kind: 'task', mode: 'manual', origin: 'message' },
        ...{ messageId: message.id, dueAt: new Date(), dueOn: new Date('2026-11-30'), attentionCode: 'no_recipient' },
      },
    });
    const confirm = () => decide(`/actions/${task.id}/confirm`, {}, 'again');
    // Nothing listens at Temporal's address.
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await confirm();
      expect([status, body.code]).toEqual([503, 'stored_not_told']);
    }
    const again = { origin: 'acknowledgement', id: { not: message.id }, items: { some: { invoiceId } } } as const;
    expect(await api.db.message.count({ where: again })).toBe(1);
  });

  it('is left out once, in bulk too', async () => {
    const { body: task } = await decide('/tasks', { title: 'Voir', alert_at: '2026-11-01T08:00:00Z' }, 'another');
    const skip = () => decide('/actions/skip', { ids: [task.id], reason: 'Fait' }, 'all');
    expect((await skip()).body).toMatchObject({ skipped: 1, refused: [] });
    await losesAnswer('all');
    expect((await skip()).body).toMatchObject({ skipped: 1, refused: [] });
  });
});
