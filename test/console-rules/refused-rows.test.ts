import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { ImportKind } from '../../console/pages/imports/columns.ts';
import { refusalDetail } from '../../console/pages/imports/refusal-detail.ts';
import { refusalWord } from '../../console/pages/imports/refusal-word.ts';
import { readCustomer, readInvoice, readPayment } from '../../facts/imports/record-inputs.ts';

// The reason why a row was refused is given in French, with the page's names for the columns.

const plainly = (text: string) => text.replaceAll('\u00a0', ' ');
const record = (cells: Record<string, string>) => ({ line: 2, cells, unreadable: null });
const said = (kind: ImportKind, fault: string | null, language: 'fr' | 'en' = 'fr') =>
  plainly(refusalDetail(kind, fault ?? '', language));

const CUSTOMER = { reference: 'C-1', name: 'Martin', kind: 'consumer', city: 'Lyon', country: 'FR' };
const INVOICE = {
  number: 'F-1',
  customer_reference: 'C-1',
  issued_on: '2026-03-01',
  due_on: '2026-03-31',
  total_cents: '100',
  currency: 'EUR',
};
const PAYMENT = { external_id: 'P-1', amount_cents: '100', currency: 'EUR', paid_on: '2026-03-01' };

describe('of a customer', () => {
  test.each([
    ['Contact : adresse électronique : n’est pas une adresse électronique', { contact_email: 'martin@' }],
    ['Contact : téléphone : n’est pas un numéro de téléphone', { contact_phone: 'le soir' }],
    ['Ville : manque', { city: undefined }],
    ['Pays : doit être un code de pays de deux lettres comme FR', { country: 'Syldavie' }],
    [
      'Adresse, ligne 2 : est trop long ou trop grand',
      { address_line_1: '3 rue Verte', address_line_2: 'x'.repeat(500) },
    ],
    ['Étiquettes : est trop long ou trop grand', { tags: 'x'.repeat(500) }],
    ['Chargé (identifiant) : n’est pas un identifiant', { collector_id: 'Léa' }],
  ])('%s', (french, cells) => {
    const given = Object.entries({ ...CUSTOMER, ...cells }).filter(([, cell]) => cell !== undefined);
    expect(said('customers', readCustomer(record(Object.fromEntries(given) as never)).fault)).toBe(french);
  });
});

describe('of an invoice', () => {
  test.each([
    ['Avoir sur la facture : pour un avoir seulement', { applies_to: 'F-0' }],
    ['Atteint le : indiquez d’abord le niveau déjà atteint', { initial_level_on: '2026-03-02' }],
    ['Niveau déjà atteint (0 à 3) : un avoir ne se relance pas', { kind: 'credit_note', initial_level: '2' }],
    ['Échéance : ne peut pas précéder la date de la facture', { due_on: '2026-02-01' }],
    ['Prescripteur (identifiant) : n’est pas un identifiant', { referrer_id: 'Durand' }],
    [
      'Montant TTC : doit être un montant, écrit 1 234,56, 1234.56 ou 10 000 (en chiffres seuls, 123456, dans un fichier en centimes)',
      { total_cents: 'abc' },
    ],
    ['Date de facture : n’est pas une date, écrite 31/12/2026 ou 2026-12-31', { issued_on: '31/02/2026' }],
    [
      'Montant TTC : doit être supérieur à zéro (un avoir se déclare par le mot « avoir » dans la colonne « Facture ou avoir », pas par un montant négatif)',
      { total_cents: '-7500' },
    ],
    ['Montant TTC : manque', { total_cents: undefined as never }],
    ['Niveau déjà atteint (0 à 3) : doit être un nombre entier', { initial_level: 'deux' }],
  ])('%s', (french, cells) => {
    expect(said('invoices', readInvoice(record({ ...INVOICE, ...cells })).fault)).toBe(french);
  });
});

it('says in English too what this page reads, by the names of its columns', () => {
  const fault = (cells: object) => readInvoice(record({ ...INVOICE, ...cells })).fault;
  expect(said('invoices', fault({ total_cents: '1 234,56' }), 'en')).toBe(
    'Total amount: must be an amount, written 1,234.56, 1234.56 or 10 000 (in digits alone, 123456, in a file in cents)',
  );
  expect(said('invoices', fault({ due_on: '31/12/2026' }), 'en')).toBe(
    'Due on: is not a day, written 31/12/2026 or 2026-12-31',
  );
});

it('says to who writes a file for the API which form it takes, and what is missing', () => {
  const fault = (cells: object) => readInvoice(record({ ...INVOICE, ...cells })).fault;
  for (const total_cents of ['1 234,56', '10 000', '1234.56'])
    expect(fault({ total_cents })).toBe('total_cents: must be a whole number of cents in digits alone, such as 123456');
  expect(fault({ due_on: '31/12/2026' })).toBe('due_on: must be a day such as 2026-12-31');
  expect(fault({ number: undefined })).toBe('number: is required');
  expect(fault({ total_cents: '-7500' })).toMatch(
    /more than zero, a credit note being told by its kind \(credit_note\)$/,
  );
});

describe('of a payment', () => {
  it('whose amount is its only invoice’s too, once', () => {
    const line = record({ ...PAYMENT, amount_cents: '-500', invoice_number: 'F-1' });
    expect(said('payments', readPayment([line]).fault)).toBe('Montant : doit être supérieur à zéro');
  });
  it('that names neither customer nor invoice', () => {
    expect(said('payments', readPayment([record(PAYMENT)]).fault)).toBe(
      'Référence du client : nommez le client, ou affectez le règlement à une facture',
    );
  });
  it('whose lines differ', () => {
    const lines = [record(PAYMENT), record({ ...PAYMENT, currency: 'USD' })];
    expect(said('payments', readPayment(lines).fault)).toBe(
      'Les lignes de ce règlement n’ont pas toutes le même « Devise (EUR) ».',
    );
  });
});

test.each([
  ['invoices', 'Another document was posted under the number FA-12.', 'Une autre pièce porte déjà le numéro FA-12.'],
  ['customers', 'Another customer was posted under the reference C-1.', 'Un autre client porte déjà la référence C-1.'],
  ['payments', 'Another payment was posted under this external_id.', 'Un autre règlement porte déjà cet identifiant.'],
  ['payments', 'F-1 is a credit note. F-2 is in USD.', 'F-1 est un avoir. ; F-2 est en USD.'],
  ['payments', "F-1 is another customer's.", 'F-1 est d’un autre client.'],
  ['invoices', 'There is no such scenario.', 'Aucun scénario n’a cet identifiant.'],
  ['invoices', 'The level was reached elsewhere, so not after today, 2026-03-01.', 'Ce jour est encore à venir.'],
  ['customers', 'A quotation mark is never closed.', 'Un guillemet n’est jamais refermé.'],
] as const)('of %s: %s', (kind, detail, french) => {
  expect(said(kind, detail)).toBe(french);
});

it('every code by which a row can be refused has its word', () => {
  const sources = [
    'check-references',
    'customers/create-customer',
    'invoices/create-invoice',
    'invoices/post-credit-note',
    'invoices/store-invoice',
    'money/find-debts',
    'money/record-payment',
    'money/replay-payment',
    'imports/store-unit',
  ].map((name) => readFileSync(`facts/${name}.ts`, 'utf8'));
  const refused = /(?:invalid\(|conflict\(|'invalid',|allUnknown \? 'unknown_invoice' :|refuse\(unit,)\s*'([a-z_]+)'/g;
  const codes = new Set(sources.flatMap((source) => [...source.matchAll(refused)].map(([, code]) => code ?? '')));
  expect(codes.size).toBeGreaterThan(7);
  // A contact in a file has no id.
  codes.delete('contact_id_taken');
  for (const language of ['fr', 'en'] as const)
    expect([...codes].filter((code) => /^refus/.test(refusalWord(code, language)))).toEqual([]);
});

it('a third party, a user or a scenario that nobody is called, or more than one, is named', () => {
  expect(said('invoices', 'There is no third party called "Me Roux". There is no scenario called "J+9".')).toBe(
    'Aucun prescripteur ni notaire n’a pour référence ou nom « Me Roux ». ; Aucun scénario ne s’appelle « J+9 ».',
  );
  expect(said('invoices', 'More than one third party is called "Me Roux".')).toContain('donnez la référence');
  expect(said('customers', 'There is no user called "lea@x.example".')).toContain('lea@x.example');
  expect(refusalWord('unknown_name', 'fr')).toBe('nom inconnu ou ambigu');
});
