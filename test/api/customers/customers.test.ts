import { describe, expect, it } from 'vitest';
import { aCustomer, anInvoice, call, owed, unique } from '../client.ts';

describe('POST /customers', () => {
  it('201 with the customer, its id and those of its contacts; 200 the second time', async () => {
    const body = aCustomer({ tags: ['vip'] });
    const first = await call('collector', 'POST', '/customers', body);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      reference: body.reference,
      address: body.address,
      contacts: [{ id: expect.any(String), email: 'anne@lagarde.example', recovery: true, email_problem: null }],
      tags: ['vip'],
      balance_cents: 0,
      overdue_cents: 0,
      group: null,
      scenario: null,
      hold: null,
    });
    expect(first.headers.get('location')).toBe(`/v1/customers/${first.body.id}`);
    const again = await call('collector', 'POST', '/customers', body);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    expect((await call('collector', 'POST', '/customers', { ...body, name: 'Autre' })).status).toBe(409);
  });
  it.each([
    ['a kind that is none', { kind: 'company' }, '/kind'],
    [
      'an address of five lines',
      { address: { lines: ['1', '2', '3', '4', '5'], postal_code: '1', city: 'X', country: 'FR' } },
      '/address/lines',
    ],
    [
      'a country that is none',
      { address: { lines: [], postal_code: '1', city: 'X', country: 'France' } },
      '/address/country',
    ],
    ['an e-mail address that is none', { contacts: [{ name: 'A', email: 'not an address' }] }, '/contacts/0/email'],
    ['a name of blanks', { name: '  ' }, '/name'],
    ['a name of a whole book', { name: 'x'.repeat(201) }, '/name'],
    ['a line break in a name', { name: 'a\nb' }, '/name'],
    ['a collector that is nobody', { collector_id: '018f0000-0000-7000-8000-000000000001' }, '/collector_id'],
    ['an unknown field', { colour: 'red' }, '/colour'],
  ])('422 for %s, and it is not stored', async (_what, change, pointer) => {
    const body = aCustomer(change);
    const { status, body: problem } = await call('collector', 'POST', '/customers', body);
    expect(status).toBe(422);
    expect(problem.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
    expect((await call('collector', 'GET', `/customers?reference=${body.reference}`)).body.data).toEqual([]);
  });
});

describe('GET and PATCH /customers/{id}', () => {
  it('changes with the ETag of the GET, and without it not', async () => {
    const { customer } = await owed();
    const path = `/customers/${customer.id}`;
    const { headers, body } = await call('collector', 'GET', path);
    expect(body.balance_cents).toBe(100_00);
    expect((await call('collector', 'PATCH', path, { language: 'en' })).status).toBe(428);
    expect((await call('collector', 'PATCH', path, { language: 'en' }, { 'If-Match': '"0"' })).status).toBe(412);
    const changed = await call(
      'collector',
      'PATCH',
      path,
      { language: 'en' },
      { 'If-Match': headers.get('etag') ?? '' },
    );
    expect([changed.status, changed.body.language, changed.body.version]).toEqual([200, 'en', 2]);
  });
});

describe('GET /customers', () => {
  it('finds by text, reference and hold, each with its opposite', async () => {
    const name = unique('Boulangerie');
    const { customer, invoice } = await owed({}, { name });
    const find = async (query: string) =>
      (await call('collector', 'GET', `/customers?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await find(`q=${name.toLowerCase()}`)).toEqual([customer.id]);
    expect(await find(`q=${name}_`)).toEqual([]);
    expect(await find(`reference=${customer.reference}`)).toEqual([customer.id]);
    expect(await find(`reference=${customer.reference}&kind=consumer`)).toEqual([]);
    expect(await find(`q=${name}&hold=litigation`)).toEqual([]);
    await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, { reason: 'x' });
    expect(await find(`q=${name}&hold=litigation`)).toEqual([customer.id]);
    expect((await call('collector', 'GET', '/customers?colour=red')).status).toBe(400);
  });
});

describe('GET /customers/{id}/account', () => {
  it('lists what is open with its status and holds, and sums it; what is over only when asked', async () => {
    const { customer, invoice } = await owed({ issued_on: '2026-01-01', due_on: '2026-01-31', initial_level: 1 });
    const over = (await call('collector', 'POST', '/invoices', anInvoice(customer.reference))).body;
    await call('collector', 'POST', `/invoices/${over.id}/cancel`, { reason: 'x' });
    await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, { reason: 'Impayé' });
    await call('payments', 'POST', '/payments', {
      external_id: unique('VIR'),
      amount_cents: 12_00,
      currency: 'EUR',
      paid_on: '2026-11-20',
      customer_reference: customer.reference,
    });
    const { body } = await call('collector', 'GET', `/customers/${customer.id}/account`);
    expect(body).toMatchObject({ balance_cents: 100_00, overdue_cents: 100_00, unallocated_cents: 12_00 });
    expect(body.items).toMatchObject([
      { invoice_id: invoice.id, status: 'held', level: 1, holds: [{ kind: 'litigation' }], last_comment: null },
    ]);
    expect(body.items[0].days_late).toBeGreaterThan(200);
    const all = await call('collector', 'GET', `/customers/${customer.id}/account?closed=true`);
    expect(all.body.items).toHaveLength(2);
    expect((await call('collector', 'GET', '/customers/018f0000-0000-7000-8000-000000000001/account')).status).toBe(
      404,
    );
  });
});

describe('GET /customers/{id}/history', () => {
  it('lists what happened to him and to all of his invoices, by kind when asked, and nobody else’s', async () => {
    const { customer, invoice } = await owed();
    const other = await owed();
    const about = { customer_id: customer.id, text: 'Parti en congés' };
    await call('collector', 'POST', '/notes', about);
    await call('collector', 'POST', '/notes', { ...about, text: 'Attend un avoir', invoice_ids: [invoice.id] });
    await call('collector', 'POST', '/notes', { ...about, customer_id: other.customer.id });
    const notes = await call('collector', 'GET', `/customers/${customer.id}/history?kind=note&count=true`);
    expect(notes.body).toMatchObject({
      total: 2,
      data: [
        { kind: 'note', data: { comment: 'Attend un avoir' }, invoice: { id: invoice.id, number: invoice.number } },
        { kind: 'note', data: { comment: 'Parti en congés' }, invoice: null },
      ],
    });
    const { body } = await call('collector', 'GET', `/customers/${customer.id}/history`);
    expect(body.data.map(({ kind }: { kind: string }) => kind)).toContain('created');
    expect((await call('collector', 'GET', '/customers/018f0000-0000-7000-8000-000000000001/history')).status).toBe(
      404,
    );
  });
});

describe('POST /customers/assign', () => {
  it('is the supervisor’s', async () => {
    const { customer } = await owed();
    const body = { customer_ids: [customer.id], collector_id: null };
    expect((await call('collector', 'POST', '/customers/assign', body)).status).toBe(403);
    expect((await call('supervisor', 'POST', '/customers/assign', body)).body).toEqual({ assigned: 0 });
    expect(
      (await call('supervisor', 'POST', '/customers/assign', { customer_ids: [], collector_id: null })).status,
    ).toBe(422);
  });
});
