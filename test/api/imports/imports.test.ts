import { describe, expect, inject, it } from 'vitest';
import { call, unique } from '../client.ts';
import { eventually } from '../../eventually.ts';

type Bytes = string | Uint8Array<ArrayBuffer>;

async function upload(kind: string, bytes: Bytes, role: 'supervisor' | 'collector' = 'supervisor', type = 'text/csv') {
  const { apiUrl, demo } = inject('stack');
  const answer = await fetch(`${apiUrl}/v1/imports?kind=${kind}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${demo.keys[role]}`, 'Content-Type': type },
    body: bytes,
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
}

async function importFile(kind: string, bytes: Bytes) {
  const { status, headers, body } = await upload(kind, bytes);
  expect([status, headers.get('location')]).toEqual([202, `/v1/imports/${body.id}`]);
  const read = async () => (await call('supervisor', 'GET', `/imports/${body.id}`)).body;
  return eventually(read, (answer) => answer.status === 'done', 50_000);
}

describe('three files of one portfolio', () => {
  it('customers, then invoices whose cases start, then payments that end some', async () => {
    const [one, other] = [unique('C'), unique('C')];
    const customers = `reference;name;kind;address_line_1;postal_code;city;contact_email\n${one};Hélène Roy;consumer;3 rue X;33000;Bordeaux;h@roy.example\n${other};SCI Lagarde;professional;4 rue Y;69003;Lyon;c@lagarde.example\n`;
    const latin = Uint8Array.from(customers, (letter) => letter.charCodeAt(0));
    expect(await importFile('customers', latin)).toMatchObject({ total: 2, accepted: 2, refused: [] });
    const [paid, open] = [unique('F'), unique('F')];
    const header = 'number,customer_reference,issued_on,due_on,total_cents,currency,case_reference';
    const rows = [
      `${paid},${one},2090-01-01,2090-01-31,12000,EUR,D-1`,
      `F-x,nobody,2090-01-01,2090-01-31,1,EUR,`,
      `${open},${other},2090-01-01,2090-01-31,5000,EUR,"D-2\nbis"`,
    ];
    expect(await importFile('invoices', `${header}\n${rows.join('\n')}\n`)).toMatchObject({
      total: 3,
      accepted: 1,
      refused: [
        { line: 3, code: 'unknown_customer' },
        { line: 4, code: 'invalid' },
      ],
    });
    const find = async () => (await call('collector', 'GET', `/invoices?number=${paid}`)).body.data[0];
    const started = await eventually(find, (invoice) => invoice?.dunning?.next !== null);
    expect(started).toMatchObject({ dunning: { status: 'waiting', next: { level: 1 } } });
    const payments = `external_id;invoice_number;amount_cents;currency;paid_on;method\n${unique('P')};${paid};12000;EUR;2026-11-20;virement\n`;
    expect(await importFile('payments', payments)).toMatchObject({ total: 1, accepted: 1 });
    expect(await find()).toMatchObject({ balance_cents: 0 });
  });

  it('stays in the list of imports with how many rows were refused, for supervisors', async () => {
    const { id } = await importFile(
      'customers',
      `reference,name,kind,city\n${unique('C')},Roy,consumer,Bordeaux\n,Roy,consumer,Bordeaux\n`,
    );
    const { body } = await call('supervisor', 'GET', '/imports?kind=customers&count=true');
    const listed = body.data.find((one: { id: string }) => one.id === id);
    expect(listed).toMatchObject({ kind: 'customers', status: 'done', total: 2, accepted: 1, refused_count: 1 });
    expect(listed).not.toHaveProperty('refused');
    expect(body.total).toBeGreaterThanOrEqual(1);
    const others = (await call('supervisor', 'GET', '/imports?kind=payments')).body.data;
    expect(others.map((one: { id: string }) => one.id)).not.toContain(id);
    // A collector may read imports, but not make one.
    expect((await call('collector', 'GET', '/imports')).status).toBe(200);
    expect((await call('collector', 'GET', `/imports/${id}`)).body).toMatchObject({ total: 2, refused: [{ line: 3 }] });
  });

  it('the same file twice brings nothing twice', async () => {
    const reference = unique('C');
    const file = `reference,name,kind,city\n${reference},Roy,consumer,Bordeaux\n`;
    await importFile('customers', file);
    expect(await importFile('customers', file)).toMatchObject({ accepted: 1, refused: [] });
    expect((await call('collector', 'GET', `/customers?reference=${reference}`)).body.data).toHaveLength(1);
  });

  it('an invoice file of some hundred rows goes in whole', async () => {
    const reference = unique('C');
    await importFile('customers', `reference,name,kind,city\n${reference},Roy,consumer,Bordeaux\n`);
    const rows = Array.from({ length: 150 }, () => `${unique('F')},${reference},2090-01-01,2090-01-31,12000,EUR`);
    const file = `number,customer_reference,issued_on,due_on,total_cents,currency\n${rows.join('\n')}\n`;
    expect(await importFile('invoices', file)).toMatchObject({ total: 150, accepted: 150, refused: [] });
  });
});

describe('what is no import', () => {
  it('422 at once for a header that cannot be read, each column named', async () => {
    const answer = await upload('customers', 'reference;name;genre\n');
    expect([answer.status, answer.body.code]).toEqual([422, 'unreadable_header']);
    expect(answer.body.errors).toHaveLength(2);
    expect((await upload('customers', '')).status).toBe(422);
  });
  it('400 for another kind, 415 for another type, 413 for more than 20 MB, 403 for a collector', async () => {
    const file = 'reference,name,kind\n';
    expect((await upload('templates', file)).status).toBe(400);
    expect((await upload('customers', '{}', 'supervisor', 'application/json')).status).toBe(415);
    expect((await upload('customers', new Uint8Array(20_000_001).fill(65))).status).toBe(413);
    expect((await upload('customers', file, 'collector')).status).toBe(403);
  });
  it('a file with a header alone is done with nothing', async () => {
    expect(await importFile('customers', 'reference,name,kind\n')).toMatchObject({
      total: 0,
      accepted: 0,
      refused: [],
    });
  });
});
