import { describe, expect, it } from 'vitest';
import { aCustomer, anInvoice, call, owed, unique } from '../client.ts';
import { eventually } from '../../eventually.ts';

const numbers = (rows: { number: string }[]) => rows.map(({ number }) => number);

describe('POST /invoices', () => {
  it('201 with the invoice, whose workflow runs and plans its first reminder', async () => {
    const { invoice, customer } = await owed();
    expect(invoice).toMatchObject({
      customer: {
        id: customer.id,
        name: 'Menuiserie Lagarde',
        kind: 'professional',
        contact: { email: 'anne@lagarde.example' },
      },
      total_cents: 100_00,
      balance_cents: 100_00,
      handed_over: [],
      dunning: { status: 'waiting', level: 0, holds: [], workflow_id: expect.stringContaining(invoice.id) },
    });
    const read = async () => (await call('collector', 'GET', `/invoices/${invoice.id}`)).body;
    const planned = await eventually(read, ({ dunning }) => dunning.next !== null);
    expect(planned.dunning.next).toMatchObject({ step: 'r1', level: 1, mode: 'automatic' });
    expect(planned.dunning.levels.map(({ level }: { level: number }) => level)).toEqual([1, 2, 3]);
    expect(planned.dunning.temporal_ui_url).toMatch(/^http.*\/namespaces\/.*\/workflows\/invoice%2F/);
    expect(planned.dunning.sentence).toMatch(/R1/);
  });
  it('200 when it is posted again, and the id is the same', async () => {
    const customer = (await call('collector', 'POST', '/customers', aCustomer())).body;
    const body = anInvoice(customer.reference);
    const first = await call('collector', 'POST', '/invoices', body);
    const again = await call('collector', 'POST', '/invoices', body);
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    expect(first.headers.get('location')).toBe(`/v1/invoices/${first.body.id}`);
    expect((await call('collector', 'POST', '/invoices', { ...body, total_cents: 1 })).status).toBe(409);
  });
  it.each([
    ['a total of zero', { total_cents: 0 }, '/total_cents'],
    ['a due date before the day of issue', { due_on: '2089-12-31' }, '/due_on'],
    ['no due date', { due_on: undefined }, '/due_on'],
    ['a level that is none', { initial_level: 4 }, '/initial_level'],
    ['a script for a link', { payment_url: 'javascript:alert(1)' }, '/payment_url'],
    ['a number of blanks', { number: '   ' }, '/number'],
    ['a credit note’s field', { applies_to: 'F-1' }, '/applies_to'],
    ['a ladder for a credit note', { kind: 'credit_note', initial_level: 1 }, '/initial_level'],
    ['a customer that nobody is', { customer_reference: 'NOBODY' }, '/customer_reference'],
    ['a scenario that is none', { scenario_id: '018f0000-0000-7000-8000-000000000001' }, '/scenario_id'],
  ])('422 for %s, and it is not stored', async (_what, change, pointer) => {
    const customer = (await call('collector', 'POST', '/customers', aCustomer())).body;
    const body = anInvoice(customer.reference, change);
    const { status, body: problem } = await call('collector', 'POST', '/invoices', body);
    expect(status).toBe(422);
    expect(problem.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
    expect((await call('collector', 'GET', `/invoices?customer_id=${customer.id}&count=true`)).body).toEqual({
      data: [],
      next_cursor: null,
      total: 0,
    });
  });
});

describe('PATCH /invoices/{id}', () => {
  it('moves the plan; 428 without If-Match and 412 with a stale one change nothing', async () => {
    const { invoice } = await owed();
    const path = `/invoices/${invoice.id}`;
    const planned = await eventually(
      async () => call('collector', 'GET', path),
      ({ body }) => body.dunning.next !== null,
    );
    const change = { due_on: '2090-03-31' };
    expect((await call('collector', 'PATCH', path, change)).status).toBe(428);
    expect((await call('collector', 'PATCH', path, change, { 'If-Match': '"99"' })).status).toBe(412);
    expect((await call('collector', 'GET', path)).body.due_on).toBe('2090-01-31');
    const etag = planned.headers.get('etag') ?? '';
    const changed = await call('collector', 'PATCH', path, change, { 'If-Match': etag });
    expect([changed.status, changed.body.due_on]).toEqual([200, '2090-03-31']);
    const before = planned.body.dunning.next.due_at;
    const later = await eventually(
      async () => (await call('collector', 'GET', path)).body.dunning.next,
      (next) => next?.due_at > before,
    );
    expect(later.due_at > before).toBe(true);
  });
});

describe('the end of a case by a person', () => {
  it('cancelling is a collector’s, writing off the supervisor’s', async () => {
    const { invoice } = await owed();
    const { invoice: other } = await owed();
    const reason = { reason: 'Geste commercial' };
    expect((await call('collector', 'POST', `/invoices/${other.id}/write-off`, reason)).status).toBe(403);
    const lost = await call('supervisor', 'POST', `/invoices/${other.id}/write-off`, reason);
    expect(lost.body).toMatchObject({
      closed_reason: 'Geste commercial',
      dunning: { status: 'written_off', next: null },
    });
    const cancelled = await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, reason);
    expect([cancelled.status, cancelled.body.dunning.status]).toEqual([200, 'cancelled']);
    expect((await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, { reason: 'x' })).body.code).toBe(
      'case_closed',
    );
  });
});

describe('GET /invoices', () => {
  it('filters, sorts and pages without missing or repeating a row', async () => {
    const { customer } = await owed({ total_cents: 5_00 });
    for (const total_cents of [1_00, 3_00, 4_00, 2_00])
      await call('collector', 'POST', '/invoices', anInvoice(customer.reference, { total_cents }));
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `customer_id=${customer.id}&sort=-balance_cents&limit=2&count=true${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await call('collector', 'GET', `/invoices?${query}`);
      expect(body.total).toBe(5);
      seen.push(...body.data.map((row: { balance_cents: number }) => row.balance_cents));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual([5_00, 4_00, 3_00, 2_00, 1_00]);
  });
  it('finds by number, text, balance, days late, hold and status, each with its opposite', async () => {
    const { customer, invoice } = await owed({ issued_on: '2090-01-01', case_file: { reference: unique('DOS%') } });
    const other = (
      await call(
        'collector',
        'POST',
        '/invoices',
        anInvoice(customer.reference, { total_cents: 7_00, due_on: '2091-01-31' }),
      )
    ).body;
    await call('collector', 'PUT', `/invoices/${other.id}/litigation`, { reason: 'Impayé ancien' });
    const find = async (query: string) =>
      numbers((await call('collector', 'GET', `/invoices?customer_id=${customer.id}&${query}`)).body.data);
    expect(await find(`number=${invoice.number}`)).toEqual([invoice.number]);
    expect(await find(`q=${encodeURIComponent('dos%')}`)).toEqual([invoice.number]);
    expect(await find('q=100%25')).toEqual([]);
    expect(await find(`q=${encodeURIComponent('os%')}`)).toEqual([invoice.number]);
    expect(await find('q=do')).toEqual([invoice.number]);
    expect(await find('q=os')).toEqual([]);
    for (const signs of ['.*', ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', 'e\u0301', '(?'])
      expect([signs, await find(`q=${encodeURIComponent(signs)}`)]).toEqual([signs, []]);
    expect(await find('min_balance_cents=701')).toEqual([invoice.number]);
    expect(await find('hold=litigation')).toEqual([other.number]);
    expect(await find('hold=none')).toEqual([invoice.number]);
    expect(await find('hold=dispute')).toEqual([]);
    expect(await find('status=held')).toEqual([other.number]);
    expect(await find('status=waiting')).toEqual([invoice.number]);
    expect(await find('due_before=2090-06-01')).toEqual([invoice.number]);
    expect(await find('due_after=2090-06-01')).toEqual([other.number]);
    expect(await find('days_late_min=0')).toEqual([]);
    expect(await find('days_late_max=0')).toEqual([invoice.number, other.number]);
    expect(await find('status=paid')).toEqual([]);
    expect(await find(`customer_kind=${customer.kind}`)).toEqual([invoice.number, other.number]);
    expect(await find('customer_kind=public')).toEqual([]);
    expect(await find(`ids=${other.id},${customer.id}`)).toEqual([other.number]);
  });
  it.each([
    'colour=red',
    'status=lost',
    'level=x',
    'cursor=abc',
    'sort=-colour',
    'limit=0',
    'limit=201',
    'customer_id=1',
    'customer_kind=pet',
    'ids=1,2',
    'due_before=soon',
  ])('400 for ?%s', async (query) => {
    const { status, body } = await call('collector', 'GET', `/invoices?${query}`);
    expect([status, body.code]).toEqual([400, 'malformed']);
  });
  it('as CSV gives all that was asked for, safe for spreadsheets', async () => {
    const { customer } = await owed({}, { name: '=HYPERLINK("http://evil")' });
    const { headers, text } = await call('collector', 'GET', `/invoices?customer_id=${customer.id}`, undefined, {
      Accept: 'text/csv',
    });
    expect(headers.get('content-type')).toMatch('text/csv');
    const [header, row] = text.split('\r\n');
    expect(header).toContain('dunning_status');
    expect(row).toContain(`'=HYPERLINK`);
  });
});

describe('GET /invoices/counters', () => {
  it('counts what is open, credit notes and what is over left out', async () => {
    const { customer, invoice } = await owed();
    const held = (await call('collector', 'POST', '/invoices', anInvoice(customer.reference, { total_cents: 9_00 })))
      .body;
    await call('collector', 'PUT', `/invoices/${held.id}/litigation`, { reason: 'x' });
    await call(
      'collector',
      'POST',
      '/invoices',
      anInvoice(customer.reference, { kind: 'credit_note', total_cents: 5_00 }),
    );
    const over = (await call('collector', 'POST', '/invoices', anInvoice(customer.reference))).body;
    await call('collector', 'POST', `/invoices/${over.id}/cancel`, { reason: 'x' });
    const { body } = await call('collector', 'GET', `/invoices/counters?customer_id=${customer.id}`);
    const none = { count: 0, balance_cents: 0 };
    expect(body).toEqual({
      all: { count: 2, balance_cents: invoice.balance_cents + 9_00 },
      r1: none,
      r2: none,
      r3: none,
      exhausted: none,
      litigation: { count: 1, balance_cents: 9_00 },
      to_confirm: none,
      needs_attention: none,
    });
    const ended = await call('collector', 'GET', `/invoices/counters?customer_id=${customer.id}&status=cancelled,paid`);
    const { all, ...others } = ended.body;
    expect([all.count, Object.values(others)]).toEqual([1, Array(7).fill(none)]);
  });
  it('counts as R1 what has come by hand, and not while it is held', async () => {
    const scenarios = (await call('collector', 'GET', '/scenarios')).body.data as { id: string; name: string }[];
    const scenario_id = scenarios.find(({ name }) => name === 'Relance à la main')!.id;
    const { customer, invoice } = await owed({ issued_on: '2026-01-05', due_on: '2026-01-05', scenario_id });
    const read = async () => (await call('collector', 'GET', `/invoices/${invoice.id}`)).body.dunning;
    expect((await eventually(read, ({ next }) => next !== null)).levels[0]).toMatchObject({ level: 1, state: 'due' });
    const r1 = async () =>
      (await call('collector', 'GET', `/invoices/counters?customer_id=${customer.id}`)).body.r1.count;
    expect(await r1()).toBe(1);
    const found = await call('collector', 'GET', `/invoices?customer_id=${customer.id}&level_due=1`);
    expect(numbers(found.body.data)).toEqual([invoice.number]);
    await call('collector', 'PUT', `/invoices/${invoice.id}/litigation`, { reason: 'x' });
    expect(await r1()).toBe(0);
    const held = await eventually(read, ({ next, status }) => next === null && status === 'held');
    expect(held).toMatchObject({
      status: 'held',
      next: null,
      holds: [{ kind: 'litigation', reason: 'x', until_on: null }],
    });
    expect(held.levels[0]).toMatchObject({ level: 1, state: 'due' });
  });
});

describe('what happened, and why', () => {
  it('history is newest first, in sentences, with who did it', async () => {
    const { invoice } = await owed();
    await call('payments', 'POST', '/payments', {
      external_id: unique('VIR'),
      amount_cents: 30_00,
      currency: 'EUR',
      paid_on: '2026-11-20',
      allocations: [{ invoice_number: invoice.number, amount_cents: 30_00 }],
    });
    const { body } = await call('collector', 'GET', `/invoices/${invoice.id}/history`);
    const kinds = body.data.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('paid');
    expect(kinds.at(-1)).toBe('created');
    const ats = body.data.map(({ at }: { at: string }) => at);
    expect(ats).toEqual(ats.toSorted().toReversed());
    const paid = body.data.find(({ kind }: { kind: string }) => kind === 'paid');
    expect(paid).toMatchObject({
      actor: { kind: 'key' },
      data: { amount_cents: 30_00, balance_cents: 70_00 },
      text: expect.stringMatching(/30,00/),
    });
  });
  it('an explanation says what leaves when and by which rule', async () => {
    const { invoice } = await owed();
    const read = async () => (await call('collector', 'GET', `/invoices/${invoice.id}/explanation`)).body;
    const explained = await eventually(read, ({ next_at }) => next_at !== null);
    expect(explained).toEqual({
      sentence: expect.stringMatching(/R1/),
      rule: expect.any(String),
      next_at: expect.any(String),
      reasons: expect.any(Array),
    });
    const unknown = '/invoices/018f0000-0000-7000-8000-000000000001/explanation';
    expect((await call('collector', 'GET', unknown)).status).toBe(404);
  });
});

describe('credits', () => {
  it('201 then 200; the note is in the account with what is left of it, and can be allocated', async () => {
    const { invoice, customer } = await owed();
    const body = { external_id: unique('CR'), number: unique('AV'), amount_cents: 130_00, issued_on: '2090-01-15' };
    const first = await call('collector', 'POST', `/invoices/${invoice.id}/credits`, body);
    expect([first.status, first.body.balance_cents]).toEqual([201, -30_00]);
    const again = await call('collector', 'POST', `/invoices/${invoice.id}/credits`, body);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const account = (await call('collector', 'GET', `/customers/${customer.id}/account`)).body;
    expect(account).toMatchObject({
      balance_cents: -30_00,
      items: [{ kind: 'credit_note', balance_cents: -30_00, level: 0, holds: [] }],
    });
    const other = (await call('collector', 'POST', '/invoices', anInvoice(customer.reference))).body;
    const allocation = { invoice_number: other.number, amount_cents: 30_00 };
    const allocated = await call('collector', 'POST', `/invoices/${first.body.id}/allocations`, allocation);
    expect(allocated.body).toMatchObject({
      balance_cents: 0,
      allocations: [{ invoice_number: other.number, balance_cents: 70_00 }],
    });
    expect((await call('collector', 'POST', `/invoices/${other.id}/allocations`, allocation)).body.code).toBe(
      'not_a_credit_note',
    );
  });
});
