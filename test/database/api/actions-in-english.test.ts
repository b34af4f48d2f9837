import { beforeAll, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// Nothing listens at Temporal's address: what is posted is stored, in force and answered with 503.

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;
const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  api.ask(method, `/v1${path}`, { key, body, headers });

const inLanguage = async (path: string, language: string) =>
  (await ask('GET', path, undefined, { 'Accept-Language': language })).body;

/** Words that only the product's French sentences have. */
const FRENCH = /[éèêàç]|\b(?:le|la|est|une|de)\b/;

let invoiceId: string;
let customerId: string;
beforeAll(async () => {
  api = await sharedApi();
  key = (await api.newCreditor()).admin;
  const address = { lines: ['1 Station Road'], postal_code: '69000', city: 'Lyon', country: 'FR' };
  const customer = { reference: 'C-1', name: 'Smith', kind: 'professional', language: 'fr', address, contacts: [] };
  customerId = (await ask('POST', '/customers', customer)).body.id;
  await ask('POST', '/invoices', {
    ...{ number: 'F-1', customer_reference: 'C-1', kind: 'invoice', currency: 'EUR', total_cents: 300_00 },
    ...{ issued_on: '2026-11-01', due_on: '2026-12-01' },
  });
  invoiceId = (await ask('GET', '/invoices?number=F-1')).body.data[0].id;
  await ask('POST', `/invoices/${invoiceId}/disputes`, { reason: 'wrong_price', comment: 'Seen' });
  await ask('PUT', `/invoices/${invoiceId}/pause`, { reason: 'Court', cause: 'insolvency' });
  await ask('POST', `/invoices/${invoiceId}/promises`, { amount_cents: 100, promised_on: '2027-01-05', comment: '' });
  await ask('POST', '/tasks', { title: 'Écrire à la mairie', alert_at: '2026-11-30T09:00:00Z', invoice_id: invoiceId });
  const text = 'Le courriel est revenu\u00a0: l’adresse du contact n’existe pas ou n’accepte plus rien.';
  const attention = { attentionCode: 'hard_bounce', attentionText: text };
  await api.db.invoice.update({ where: { id: invoiceId }, data: { ...attention, attentionAt: new Date() } });
  const { creditorId } = await api.db.invoice.findFirstOrThrow({ where: { id: invoiceId } });
  const due = { dueAt: new Date(), dueOn: new Date() };
  await api.db.action.create({
    data: {
      ...{ id: crypto.randomUUID(), creditorId, customerId, kind: 'task', mode: 'manual', origin: 'attention' },
      ...{ title: text, ...attention, ...due, invoices: { create: { invoiceId } } },
    },
  });
});

it.each(['all', 'customer', 'invoice'] as const)(
  'what is to be done (%s) is told in the language that is asked for, and what a person typed stays',
  async (of) => {
    const path = { all: '', customer: `?customer_id=${customerId}`, invoice: `?invoice_id=${invoiceId}` }[of];
    const { data } = await inLanguage(`/actions${path}`, 'en');
    const typed = data.find(({ origin }: { origin: string }) => origin === 'task');
    expect(typed).toMatchObject({ text: 'Écrire à la mairie', reason: 'A person noted this task.' });
    const ours = data.filter(({ origin }: { origin: string }) => origin !== 'task');
    expect(ours.map(({ origin }: { origin: string }) => origin).toSorted()).toEqual([
      'attention',
      'dispute_review',
      'insolvency',
    ]);
    for (const { text, reason } of ours) {
      expect(text).not.toMatch(FRENCH);
      expect(reason).not.toMatch(FRENCH);
    }
    for (const { id, text, reason } of data)
      expect(await inLanguage(`/actions/${id}`, 'en')).toMatchObject({ text, reason });
    const french = (await inLanguage(`/actions${path}`, 'fr')).data.find(
      ({ origin }: { origin: string }) => origin === 'attention',
    );
    expect(french.text).toMatch(/^Le courriel est revenu/);
  },
);

it('a case says in the language why it waits', async () => {
  const { dunning } = await inLanguage(`/invoices/${invoiceId}`, 'en');
  expect(dunning.attention.text).toMatch(/^The e-mail came back, since .*\.$/);
  const listed = (await inLanguage('/invoices?number=F-1', 'en')).data[0].dunning;
  expect(listed.attention.text).toBe(dunning.attention.text);
  expect((await inLanguage(`/invoices/${invoiceId}`, 'fr')).dunning.attention.text).toMatch(/^Le courriel est revenu/);
});

it('what is to be known of a draft is told in the language', async () => {
  const invoice = { customer_reference: 'C-1', kind: 'invoice', currency: 'EUR', total_cents: 300_00 };
  await ask('POST', '/invoices', { ...invoice, number: 'F-2', issued_on: '2026-11-01', due_on: '2026-12-01' });
  const { id } = (await ask('GET', '/invoices?number=F-2')).body.data[0];
  const body = {
    ...{ customer_id: customerId, invoice_ids: [id], kind: 'email', mode: 'to_confirm', title: 'Reminder' },
    ...{ subject: 'Facture', body_html: '<p>Bonjour</p>' },
  };
  const warnings = async (language: string) =>
    (await ask('POST', '/specific-actions/preview', body, { 'Accept-Language': language })).body.warnings;
  expect(await warnings('en')).toEqual([
    'The customer has no e-mail address that works: complete the contact or name a recipient.',
  ]);
  expect((await warnings('fr'))[0]).toMatch(/^Le client n’a aucune adresse/);
});
