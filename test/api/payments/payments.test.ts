import { describe, expect, it } from 'vitest';
import { call, owed, unique } from '../client.ts';
import { eventually } from '../../eventually.ts';

const payment = (invoiceNumber: string, amountCents: number, more: Record<string, unknown> = {}) => ({
  external_id: unique('VIR'),
  amount_cents: amountCents,
  currency: 'EUR',
  paid_on: '2026-11-20',
  allocations: [{ invoice_number: invoiceNumber, amount_cents: amountCents }],
  ...more,
});

describe('POST /payments', () => {
  it('201 with what became of it; the invoice shows it at once and its workflow ends', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 120_00);
    const { status, headers, body: answer } = await call('payments', 'POST', '/payments', body);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/payments/${body.external_id}`);
    expect(answer).toEqual({
      id: expect.any(String),
      allocations: [{ invoice_number: invoice.number, balance_cents: 0, status: 'paid' }],
      unallocated_cents: 20_00,
      handed_over: [],
    });
    const shown = (await call('collector', 'GET', `/invoices/${invoice.id}`)).body;
    expect(shown).toMatchObject({
      paid_cents: 100_00,
      balance_cents: 0,
      dunning: { status: 'paid', next: null, holds: [] },
    });
  });
  it('200 with the same answer, byte for byte, when it is posted again', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00);
    const first = await call('payments', 'POST', '/payments', body);
    const again = await call('payments', 'POST', '/payments', body);
    expect([again.status, again.text]).toEqual([200, first.text]);
  });
  it('201 once and 200 nine times when it is posted ten times at once', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00);
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('payments', 'POST', '/payments', body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect((await call('collector', 'GET', `/invoices/${invoice.id}`)).body.balance_cents).toBe(60_00);
  });
  it('409 when the id is known with other content', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00);
    await call('payments', 'POST', '/payments', body);
    expect((await call('payments', 'POST', '/payments', { ...body, amount_cents: 50_00 })).status).toBe(409);
  });
  it.each([
    ['an amount of zero', { amount_cents: 0 }, '/amount_cents'],
    ['an amount below zero', { amount_cents: -1 }, '/amount_cents'],
    ['half a cent', { amount_cents: 0.5 }, '/amount_cents'],
    ['more money than there is', { amount_cents: 1e13 + 1 }, '/amount_cents'],
    ['an unknown currency', { currency: 'ZZZ' }, '/currency'],
    ['a day that does not exist', { paid_on: '2026-02-30' }, '/paid_on'],
    ['a day of another age', { paid_on: '1066-10-14' }, '/paid_on'],
    ['an instant for a day', { paid_on: '2026-11-20T00:00:00Z' }, '/paid_on'],
    ['an empty id', { external_id: '' }, '/external_id'],
    ['an id with NUL in it', { external_id: 'a\u0000b' }, '/external_id'],
    ['nobody to whom it belongs', { allocations: [] }, '/customer_reference'],
    [
      'more allocated than paid',
      { amount_cents: 10_00, allocations: [{ invoice_number: 'F', amount_cents: 10_01 }] },
      '/allocations',
    ],
    ['an unknown field', { colour: 'red' }, '/colour'],
  ])('422 for %s, and nothing is stored', async (_what, change, pointer) => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00, change);
    const { status, body: problem } = await call('payments', 'POST', '/payments', body);
    expect([status, problem.code]).toEqual([422, 'invalid']);
    expect(problem.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
    expect((await call('collector', 'GET', `/invoices/${invoice.id}`)).body).toMatchObject({
      balance_cents: 100_00,
      version: 1,
    });
  });
});

describe('GET /payments/{external_id}', () => {
  it('200 with the payment as it stands', async () => {
    const { invoice, customer } = await owed();
    const body = payment(invoice.number, 40_00);
    await call('payments', 'POST', '/payments', body);
    const { status, body: shown } = await call('payments', 'GET', `/payments/${body.external_id}`);
    expect(status).toBe(200);
    expect(shown).toMatchObject({
      external_id: body.external_id,
      customer_reference: customer.reference,
      amount_cents: 40_00,
      unallocated_cents: 0,
      allocations: [{ invoice_number: invoice.number, amount_cents: 40_00 }],
      reversal: null,
    });
  });
  it('404 for what another payment system posted, as for what never was; a collector sees it', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00);
    await call('collector', 'POST', '/payments', body);
    const theirs = await call('payments', 'GET', `/payments/${body.external_id}`, undefined, { 'X-Request-Id': 'x' });
    const nobodys = await call('payments', 'GET', '/payments/never', undefined, { 'X-Request-Id': 'x' });
    expect([theirs.status, theirs.text]).toEqual([404, nobodys.text]);
    expect((await call('supervisor', 'GET', `/payments/${body.external_id}`)).status).toBe(200);
    const reversal = { external_id: unique('RV'), reason: 'Rejet' };
    expect((await call('payments', 'POST', `/payments/${body.external_id}/reversal`, reversal)).status).toBe(404);
  });
  it('tells another payment system only that its id is taken, whatever it says, until the first one’s key is taken back', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00);
    const newKey = async () =>
      (await call('admin', 'POST', '/keys', { name: unique('Encaissements'), role: 'payments' })).body;
    const [first, second] = [await newKey(), await newKey()];
    expect((await call(first, 'POST', '/payments', body)).status).toBe(201);
    const same = { 'X-Request-Id': 'x' };
    const again = await call(second, 'POST', '/payments', body, same);
    const other = await call(second, 'POST', '/payments', { ...body, method: 'card' }, same);
    expect([again.status, again.body.code, again.text]).toEqual([409, 'other_content', other.text]);
    expect((await call(first, 'POST', '/payments', body)).status).toBe(200);
    expect((await call('collector', 'POST', '/payments', body)).status).toBe(200);
    expect((await call('admin', 'DELETE', `/keys/${first.id}`)).status).toBe(204);
    expect((await call(second, 'POST', '/payments', body)).status).toBe(200);
  });
  it('shows a payment system what it posted after a person or an import had: it may read and reverse that too', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 40_00);
    await call('collector', 'POST', '/payments', body);
    expect((await call('payments', 'POST', '/payments', { ...body, method: 'card' })).status).toBe(409);
    expect((await call('payments', 'GET', `/payments/${body.external_id}`)).status).toBe(404);
    expect((await call('payments', 'POST', '/payments', body)).status).toBe(200);
    expect((await call('payments', 'GET', `/payments/${body.external_id}`)).status).toBe(200);
    const reversal = { external_id: unique('RV'), reason: 'Rejet' };
    expect((await call('payments', 'POST', `/payments/${body.external_id}/reversal`, reversal)).status).toBe(201);
  });
});

describe('POST /payments/{external_id}/reversal', () => {
  it('re-opens the case, whose workflow lives again', async () => {
    const { invoice } = await owed();
    const body = payment(invoice.number, 100_00);
    await call('payments', 'POST', '/payments', body);
    const { status } = await call('payments', 'POST', `/payments/${body.external_id}/reversal`, {
      external_id: unique('RV'),
      reason: 'Prélèvement rejeté',
    });
    expect(status).toBe(201);
    const read = async () => (await call('collector', 'GET', `/invoices/${invoice.id}`)).body;
    expect(await read()).toMatchObject({ balance_cents: 100_00, closed_at: null });
    const planned = await eventually(read, ({ dunning }) => dunning.next !== null);
    expect(planned.dunning).toMatchObject({ status: 'waiting', next: { level: 1, mode: 'to_confirm' } });
  });
});

describe('POST /payments/{external_id}/allocations', () => {
  it('is not for payment systems', async () => {
    const body = { invoice_number: 'F', amount_cents: 1 };
    expect((await call('payments', 'POST', '/payments/x/allocations', body)).status).toBe(403);
  });
  it('sets what was left against another invoice', async () => {
    const { invoice, customer } = await owed();
    const { invoice: other } = await owed({ customer_reference: customer.reference });
    const body = payment(invoice.number, 130_00);
    await call('collector', 'POST', '/payments', body);
    const path = `/payments/${body.external_id}/allocations`;
    const { status, body: answer } = await call('collector', 'POST', path, {
      invoice_number: other.number,
      amount_cents: 30_00,
    });
    expect(status).toBe(201);
    expect(answer).toMatchObject({
      unallocated_cents: 0,
      allocations: [{ balance_cents: 70_00, status: 'partly_paid' }],
    });
  });
});
