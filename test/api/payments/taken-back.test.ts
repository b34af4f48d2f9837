import { expect, it } from 'vitest';
import { eventually } from '../../eventually.ts';
import { call, owed, unique } from '../client.ts';

const statusOf = async (id: string): Promise<string> =>
  (await call('collector', 'GET', `/invoices/${id}`)).body.dunning.status;

const credit = async (invoiceId: string, amount_cents: number) => {
  const number = unique('AV');
  const body = { external_id: number, number, amount_cents, issued_on: '2026-11-20' };
  const { body: note } = await call('collector', 'POST', `/invoices/${invoiceId}/credits`, body);
  return note;
};

it('a credit note says where it went; taken off again, the case lives and the note can be cancelled', async () => {
  const { invoice } = await owed();
  const note = await credit(invoice.id, 100_00);
  await eventually(
    () => statusOf(invoice.id),
    (status) => status === 'paid',
  );
  const shown = await call('collector', 'GET', `/invoices/${note.id}`);
  expect(shown.body.allocations).toEqual([
    { invoice_id: invoice.id, invoice_number: invoice.number, amount_cents: 100_00, balance_cents: 0, status: 'paid' },
  ]);
  expect((await call('collector', 'GET', `/invoices/${invoice.id}`)).body).not.toHaveProperty('allocations');
  const reversal = { invoice_number: invoice.number, reason: 'Mauvaise facture' };
  const back = await call('collector', 'POST', `/invoices/${note.id}/allocations/reversal`, reversal);
  expect([back.status, back.body]).toEqual([
    200,
    {
      ...{ id: note.id, number: note.number, balance_cents: -100_00, handed_over: [] },
      allocations: [{ invoice_number: invoice.number, balance_cents: 100_00, status: 'open' }],
    },
  ]);
  await eventually(
    () => statusOf(invoice.id),
    (status) => status === 'waiting',
  );
  const again = await call('collector', 'POST', `/invoices/${note.id}/allocations/reversal`, reversal);
  expect([again.status, again.body]).toEqual([200, back.body]);
  expect((await call('collector', 'POST', `/invoices/${note.id}/cancel`, { reason: 'Erreur' })).status).toBe(200);
});

it('a payment is taken off one of its invoices; a payment system cannot', async () => {
  const [one, two] = [(await owed()).invoice, (await owed()).invoice];
  const externalId = unique('VIR');
  const allocations = [one, two].map(({ number }) => ({ invoice_number: number, amount_cents: 40_00 }));
  const body = { external_id: externalId, amount_cents: 80_00, currency: 'EUR', paid_on: '2026-11-20', allocations };
  await call('payments', 'POST', '/payments', body);
  const path = `/payments/${externalId}/allocations/reversal`;
  const reversal = { invoice_number: two.number, reason: 'Mauvaise facture' };
  expect((await call('payments', 'POST', path, reversal)).status).toBe(403);
  expect((await call('collector', 'POST', path, reversal)).body).toMatchObject({ unallocated_cents: 40_00 });
  const shown = (await call('payments', 'GET', `/payments/${externalId}`)).body;
  expect(shown.allocations).toMatchObject([{ invoice_number: one.number, amount_cents: 40_00 }]);
  const never = await call('collector', 'POST', path, { ...reversal, invoice_number: (await owed()).invoice.number });
  expect([never.status, never.body.code]).toEqual([409, 'not_allocated']);
  expect((await call('collector', 'POST', path, { ...reversal, reason: '' })).status).toBe(422);
});
