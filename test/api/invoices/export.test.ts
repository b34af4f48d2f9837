import { describe, expect, it } from 'vitest';
import { anInvoice, call, owed } from '../client.ts';

describe('POST /invoices/export', () => {
  it('gives exactly the invoices named, in the order asked for, however many ids there are', async () => {
    const { customer, invoice } = await owed();
    const create = async (more: Record<string, unknown>) =>
      (await call('collector', 'POST', '/invoices', anInvoice(customer.reference, more))).body;
    const large = await create({ total_cents: 900_00 });
    await create({ total_cents: 500_00 });
    const strangers = Array.from({ length: 400 }, () => crypto.randomUUID());
    const ids = [invoice.id, ...strangers, large.id, large.id];
    const { status, text, headers } = await call('collector', 'POST', '/invoices/export', {
      ids,
      sort: '-total_cents',
    });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const [header, ...rows] = text.trimEnd().split('\r\n');
    expect(header).toContain('dunning_status');
    expect(rows.map((row: string) => row.split(',')[0])).toEqual([large.id, invoice.id]);
  });
  it('422 for none, or for an order that the list does not have', async () => {
    const ids = [crypto.randomUUID()];
    for (const body of [{ ids: [] }, { ids, sort: 'colour' }, { ids, q: 'x' }])
      expect((await call('collector', 'POST', '/invoices/export', body)).status).toBe(422);
  });
});
