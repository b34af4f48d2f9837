import { expect, it } from 'vitest';
import { call, unique } from '../client.ts';
import { lateInvoice, mailsArrived, mailsTo } from '../sending.ts';

const remind = (invoiceId: string, body: object, query = '') =>
  call('collector', 'POST', `/invoices/${invoiceId}/reminders${query}`, body);

it('a reminder by hand in a person’s own words does not leave from a draft in which more was due', async () => {
  const { invoice, email } = await lateInvoice();
  const { version } = (await remind(invoice.id, { level: 1, mode: 'email' }, '?dry_run=true')).body;
  const payment = { external_id: unique('VIR'), amount_cents: 40_00, currency: 'EUR', paid_on: '2026-11-20' };
  const allocations = [{ invoice_number: invoice.number, amount_cents: 40_00 }];
  expect((await call('payments', 'POST', '/payments', { ...payment, allocations })).status).toBe(201);
  const own = { level: 1, mode: 'email', subject: 'Relance', body_html: '<p>Vous nous devez 120,00 €.</p>' };
  const refused = await remind(invoice.id, { ...own, draft_version: version });
  expect([refused.status, refused.body.code]).toEqual([409, 'draft_changed']);
  expect(await mailsTo(email)).toEqual([]);
  const now = (await remind(invoice.id, own, '?dry_run=true')).body;
  expect(now.version).not.toBe(version);
  expect((await remind(invoice.id, { ...own, draft_version: now.version })).status).toBe(202);
  expect(await mailsArrived(email)).toHaveLength(1);
});

it('an extra reminder leaves in the person’s own words, from the draft that he read before he wrote them', async () => {
  const { invoice, email } = await lateInvoice();
  const { version } = (await remind(invoice.id, { mode: 'email' }, '?dry_run=true')).body;
  const own = { mode: 'email', body_html: '<p>Nous vous appelons demain.</p>', draft_version: version };
  expect((await remind(invoice.id, own, '?dry_run=true')).body.version).toBe(version);
  expect((await remind(invoice.id, own)).status).toBe(202);
  const [mail] = await mailsArrived(email);
  expect(mail!.html).toContain('Nous vous appelons demain.');
});
