import { describe, expect, it } from 'vitest';
import { anInvoice, call, owed } from '../client.ts';

const list = (query: string) => call('collector', 'GET', `/invoices?${query}`);

describe('GET /invoices of several statuses', () => {
  it('finds each invoice once that is in any of them, and no other', async () => {
    const { customer, invoice: waiting } = await owed();
    const create = async () =>
      (await call('collector', 'POST', '/invoices', anInvoice(customer.reference))).body as { id: string };
    const [held, cancelled] = [await create(), await create()];
    await call('collector', 'PUT', `/invoices/${held.id}/litigation`, { reason: 'Désaccord' });
    await call('collector', 'POST', `/invoices/${cancelled.id}/cancel`, { reason: 'Erreur' });
    const found = async (statuses: string) => {
      const { data, total } = (await list(`customer_id=${customer.id}&status=${statuses}&count=true`)).body;
      expect(total).toBe(data.length);
      return data.map(({ id }: { id: string }) => id).sort();
    };
    const open = [waiting.id, held.id].sort();
    for (const any of ['waiting,held', 'open', 'open,waiting', 'held,waiting,held'])
      expect([any, await found(any)]).toEqual([any, open]);
    expect(await found('open,cancelled,waiting')).toEqual([...open, cancelled.id].sort());
    expect(await found('cancelled,held')).toEqual([held.id, cancelled.id].sort());
    expect(await found('paid,written_off')).toEqual([]);
  });

  it.each(['lost', 'waiting,lost', 'waiting,', ',', 'waiting held'])('400 for %s', async (statuses) => {
    expect((await list(`status=${encodeURIComponent(statuses)}`)).status).toBe(400);
  });
});
