import { expect, it } from 'vitest';
import { call, owed, unique } from '../client.ts';

const refund = (more: object = {}) => ({
  ...{ external_id: unique('REMB'), amount_cents: 15_00, paid_on: '2026-11-21', reason: 'Trop-perçu' },
  ...more,
});

it('what is not allocated of a payment is paid back: 201, 200 again, 409 with other content, 422 above it, 403 to a payment system', async () => {
  const { invoice } = await owed();
  const externalId = unique('VIR');
  const allocations = [{ invoice_number: invoice.number, amount_cents: 120_00 }];
  const paid = { external_id: externalId, amount_cents: 120_00, currency: 'EUR', paid_on: '2026-11-20', allocations };
  await call('payments', 'POST', '/payments', paid);
  const path = `/payments/${externalId}/refunds`;
  const body = refund();
  expect((await call('payments', 'POST', path, body)).status).toBe(403);
  const first = await call('collector', 'POST', path, body);
  expect([first.status, first.headers.get('location')]).toEqual([201, `/v1/payments/${externalId}`]);
  expect(first.body).toEqual({ ...body, id: expect.any(String), cancelled: null, unallocated_cents: 5_00 });
  expect((await call('collector', 'POST', path, body)).status).toBe(200);
  const other = await call('collector', 'POST', path, { ...body, amount_cents: 14_00 });
  expect([other.status, other.body.code]).toEqual([409, 'other_content']);
  const tooMuch = await call('collector', 'POST', path, refund({ amount_cents: 5_01 }));
  expect([tooMuch.status, tooMuch.body.code]).toEqual([422, 'more_than_unallocated']);
  const cancelled = await call('collector', 'POST', `/refunds/${body.external_id}/cancel`, { reason: 'IBAN faux' });
  expect([cancelled.status, cancelled.body.unallocated_cents]).toEqual([200, 20_00]);
  const shown = (await call('payments', 'GET', `/payments/${externalId}`)).body;
  expect(shown).toMatchObject({ unallocated_cents: 20_00, refunds: [{ cancelled: { reason: 'IBAN faux' } }] });
});

it('what is left of a credit note is paid back, and its page says so', async () => {
  const { customer } = await owed();
  const note = (
    await call('collector', 'POST', '/invoices', {
      ...{ number: unique('AV'), customer_reference: customer.reference, kind: 'credit_note' },
      ...{ issued_on: '2026-11-20', total_cents: 40_00, currency: 'EUR' },
    })
  ).body;
  const body = refund();
  const answer = await call('collector', 'POST', `/invoices/${note.id}/refunds`, body);
  expect([answer.status, answer.body.unallocated_cents]).toEqual([201, 25_00]);
  const shown = (await call('collector', 'GET', `/invoices/${note.id}`)).body;
  expect(shown).toMatchObject({ balance_cents: -25_00, allocations: [], refunds: [{ amount_cents: 15_00 }] });
  const account = (await call('collector', 'GET', `/customers/${customer.id}/account`)).body;
  expect(account.balance_cents).toBe(75_00);
});
