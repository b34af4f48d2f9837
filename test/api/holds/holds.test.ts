import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anInvoice, call, owed } from '../client.ts';
import { eventually } from '../../eventually.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const shown = async (id: string) => (await call('collector', 'GET', `/invoices/${id}`)).body;
const holdKinds = async (id: string) => (await shown(id)).dunning.holds.map((hold: { kind: string }) => hold.kind);

describe('litigation', () => {
  it('is put on and taken off, both as often as one likes; the invoice shows it at once, its workflow within seconds', async () => {
    const { invoice } = await owed();
    const first = await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, {
      reason: 'Confié à Me Durand',
    });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ kind: 'litigation', reason: 'Confié à Me Durand', handed_over: [] });
    expect((await shown(invoice.id)).dunning.holds).toMatchObject([
      { kind: 'litigation', reason: 'Confié à Me Durand' },
    ]);
    const again = await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, {
      reason: 'Confié à Me Durand',
    });
    expect([again.status, again.text]).toEqual([200, first.text]);
    const held = await eventually(
      () => shown(invoice.id),
      ({ dunning }) => dunning.status === 'held' && dunning.next === null,
    );
    expect(held.dunning).toMatchObject({ status: 'held', next: null });
    for (const _ of [1, 2]) {
      const off = await call('collector', 'DELETE', `/invoices/${invoice.id}/litigation`);
      expect([off.status, off.text]).toEqual([204, '']);
    }
    expect(await holdKinds(invoice.id)).toEqual([]);
    const free = await eventually(
      () => shown(invoice.id),
      ({ dunning }) => dunning.next !== null,
    );
    expect(free.dunning.next).toMatchObject({ mode: 'to_confirm' });
  });
  it('without a reason, or with a field that does not exist, is 422 and holds nothing', async () => {
    const { invoice } = await owed();
    for (const [body, pointer] of [
      [{}, '/reason'],
      [{ reason: ' ' }, '/reason'],
      [{ reason: 'x', why: 'y' }, '/why'],
    ] as const) {
      const answer = await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    }
    expect(await holdKinds(invoice.id)).toEqual([]);
  });
});

describe('disputes', () => {
  it('201 with its place; listed, resolved, and the place still answers', async () => {
    const { invoice } = await owed();
    const body = { reason: 'Travaux non faits', comment: 'Voir courrier', amount_cents: 40_00, review_on: inDays(5) };
    const {
      status,
      headers,
      body: dispute,
    } = await call('collector', 'POST', `/invoices/${invoice.id}/disputes`, body);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/invoices/${invoice.id}/disputes/${dispute.id}`);
    expect(dispute).toMatchObject({ disputed_cents: 40_00, review_on: inDays(5), state: 'open', handed_over: [] });
    expect(await holdKinds(invoice.id)).toEqual(['dispute']);
    const listed = (await call('collector', 'GET', `/invoices/${invoice.id}/disputes`)).body;
    expect(listed).toMatchObject({ data: [{ id: dispute.id }], next_cursor: null });
    const path = `/invoices/${invoice.id}/disputes/${dispute.id}`;
    const resolved = await call('collector', 'POST', `${path}/resolve`, {
      outcome: 'rejected',
      comment: 'Travaux constatés',
    });
    expect([resolved.status, resolved.body.state]).toEqual([200, 'rejected']);
    expect((await call('collector', 'GET', path)).body).toMatchObject({ state: 'rejected' });
    expect(await holdKinds(invoice.id)).toEqual([]);
    const late = await call('collector', 'POST', `${path}/resolve`, { outcome: 'upheld' });
    expect([late.status, late.body.code]).toEqual([409, 'dispute_over']);
  });
  it('upheld with a credit lowers the balance at once', async () => {
    const { invoice } = await owed();
    const { body: dispute } = await call('collector', 'POST', `/invoices/${invoice.id}/disputes`, {
      reason: 'Trop compté',
    });
    const credit = {
      external_id: randomUUID(),
      number: `A-${randomUUID()}`,
      amount_cents: 25_00,
      issued_on: inDays(0),
    };
    const path = `/invoices/${invoice.id}/disputes/${dispute.id}/resolve`;
    expect((await call('collector', 'POST', path, { outcome: 'upheld', comment: '', credit })).status).toBe(200);
    expect(await shown(invoice.id)).toMatchObject({ balance_cents: 75_00, dunning: { holds: [] } });
  });
  it('of another invoice answers 404', async () => {
    const [one, other] = [await owed(), await owed()];
    const { body: dispute } = await call('collector', 'POST', `/invoices/${one.invoice.id}/disputes`, { reason: 'x' });
    const path = `/invoices/${other.invoice.id}/disputes/${dispute.id}`;
    expect((await call('collector', 'GET', path)).status).toBe(404);
    expect((await call('collector', 'POST', `${path}/resolve`, { outcome: 'rejected' })).status).toBe(404);
    expect((await call('collector', 'DELETE', path)).status).toBe(404);
    expect(await holdKinds(one.invoice.id)).toEqual(['dispute']);
  });
});

describe('promises', () => {
  it('201 with its place, 200 for the same again, and the day shows on the invoice', async () => {
    const { invoice } = await owed();
    const body = { amount_cents: 60_00, promised_on: inDays(6), comment: 'Au téléphone' };
    const first = await call('collector', 'POST', `/invoices/${invoice.id}/promises`, body);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/v1/invoices/${invoice.id}/promises/${first.body.id}`);
    const again = await call('collector', 'POST', `/invoices/${invoice.id}/promises`, body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await shown(invoice.id)).dunning.holds).toMatchObject([{ kind: 'promise', until_on: inDays(6) }]);
    const path = `/invoices/${invoice.id}/promises/${first.body.id}`;
    expect((await call('collector', 'GET', path)).body).toMatchObject({ state: 'open', promised_on: inDays(6) });
    expect((await call('collector', 'DELETE', path)).status).toBe(204);
    expect((await call('collector', 'DELETE', path)).status).toBe(204);
    expect((await call('collector', 'GET', path)).body).toMatchObject({ state: 'withdrawn' });
    expect(await holdKinds(invoice.id)).toEqual([]);
  });
  it.each([
    ['more than the balance', { amount_cents: 100_01, promised_on: inDays(6) }, '/amount_cents'],
    ['nothing', { amount_cents: 0, promised_on: inDays(6) }, '/amount_cents'],
    ['no day', { amount_cents: 100 }, '/promised_on'],
    ['a day that does not exist', { amount_cents: 100, promised_on: '2027-02-30' }, '/promised_on'],
    ['a day that is past', { amount_cents: 100, promised_on: inDays(-3) }, '/promised_on'],
  ])('of %s is 422 and holds nothing', async (_, body, pointer) => {
    const { invoice } = await owed();
    const answer = await call('collector', 'POST', `/invoices/${invoice.id}/promises`, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(await holdKinds(invoice.id)).toEqual([]);
  });
});

describe('pauses', () => {
  it('of an invoice, with its last day and its cause, is lifted as often as one likes', async () => {
    const { invoice } = await owed();
    const terms = { reason: 'Redressement', until_on: inDays(9), cause: 'insolvency' };
    const answer = await call('collector', 'PUT', `/invoices/${invoice.id}/pause`, terms);
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { until_on: inDays(9), cause: 'insolvency', handed_over: [] },
    ]);
    expect((await shown(invoice.id)).dunning.holds).toMatchObject([{ kind: 'pause', until_on: inDays(9) }]);
    for (const _ of [1, 2])
      expect((await call('collector', 'DELETE', `/invoices/${invoice.id}/pause`)).status).toBe(204);
    expect(await holdKinds(invoice.id)).toEqual([]);
  });
  it('of a customer holds his invoices, those still to come too', async () => {
    const { customer, invoice } = await owed();
    expect((await call('collector', 'GET', `/customers/${customer.id}/pause`)).status).toBe(404);
    const { status, headers } = await call('collector', 'POST', `/customers/${customer.id}/pause`, { reason: 'Décès' });
    expect([status, headers.get('location')]).toEqual([201, `/v1/customers/${customer.id}/pause`]);
    expect((await call('collector', 'GET', `/customers/${customer.id}/pause`)).body).toMatchObject({
      kind: 'customer_pause',
    });
    expect(await holdKinds(invoice.id)).toEqual(['customer_pause']);
    const late = (await call('collector', 'POST', '/invoices', anInvoice(customer.reference))).body;
    expect(await holdKinds(late.id)).toEqual(['customer_pause']);
    expect((await call('collector', 'DELETE', `/customers/${customer.id}/pause`)).status).toBe(204);
    expect(await holdKinds(late.id)).toEqual([]);
  });
});

it('on a case that is closed, every hold answers 409 case_closed and none stands', async () => {
  const { invoice } = await owed();
  await call('collector', 'PUT', `/invoices/${invoice.id}/pause`, { reason: 'x' });
  await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, { reason: 'Erreur' });
  expect(await holdKinds(invoice.id)).toEqual([]);
  const asked: [string, string, unknown][] = [
    ['PUT', 'litigation', { reason: 'x' }],
    ['POST', 'disputes', { reason: 'x' }],
    ['POST', 'promises', { amount_cents: 1, promised_on: inDays(3) }],
    ['PUT', 'pause', { reason: 'x' }],
  ];
  for (const [method, what, body] of asked) {
    const answer = await call('collector', method, `/invoices/${invoice.id}/${what}`, body);
    expect([what, answer.status, answer.body.code]).toEqual([what, 409, 'case_closed']);
  }
});
