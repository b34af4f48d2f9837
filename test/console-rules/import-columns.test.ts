import { describe, expect, it, test } from 'vitest';
import { guessColumns, type ImportKind } from '../../console/pages/imports/columns.ts';
import { mapRows, missingColumns, uploadOf } from '../../console/pages/imports/mapped-file.ts';
import { type SameForAll, withSameForAll } from '../../console/pages/imports/same-for-all.ts';

// A file of accounting software has neither the currency nor the kind of customer: the user chooses them once for all rows.

function imported(kind: ImportKind, [headers, ...rows]: string[][], same: SameForAll) {
  const file = { name: 'a.csv', headers: headers ?? [], records: rows.map((cells, at) => ({ line: at + 2, cells })) };
  const whole = withSameForAll(file, { kind, columns: guessColumns(kind, file.headers), unit: 'units' }, same);
  return {
    missing: missingColumns(whole.mapping).map(({ fr }) => fr),
    upload: uploadOf(whole.mapping, mapRows(whole.file, whole.mapping)),
  };
}

describe('invoices without a column of the currency', () => {
  const FILE = [
    ['Facture', 'Client', 'Date', 'Échéance', 'Montant TTC'],
    ['F-1', 'C-1', '01/03/2026', '31/03/2026', '1 234'],
    // A row that is shorter than the header.
    ['F-2', 'C-1', '01/03/2026'],
  ];
  it('are all in the one that is said', () => {
    const { missing, upload } = imported('invoices', FILE, { currency: 'XPF' });
    expect(missing).toEqual([]);
    expect(upload.split('\n').slice(1, 3)).toEqual([
      'F-1,C-1,2026-03-01,2026-03-31,1234,XPF',
      'F-2,C-1,2026-03-01,,,XPF',
    ]);
  });
  it('cannot be imported while none is said', () => {
    for (const currency of ['', 'EU'])
      expect(imported('invoices', FILE, { currency }).missing).toEqual(['Devise (EUR)']);
  });
});

it('a currency of the file’s own stands, whatever is said for all', () => {
  const file = [
    ['external_id', 'amount_cents', 'paid_on', 'Devise'],
    ['P-1', '12', '2026-03-01', 'CHF'],
  ];
  expect(imported('payments', file, { currency: 'EUR' }).upload).toContain('P-1,1200,2026-03-01,CHF');
});

it('customers need a town, and have a kind that is said once', () => {
  const file = [
    ['Code client', 'Nom'],
    ['C-1', 'Martin'],
  ];
  expect(imported('customers', file, {}).missing).toEqual(['Type (particulier, professionnel…)', 'Ville']);
  expect(imported('customers', file, { kind: 'consumer' }).missing).toEqual(['Ville']);
});

it('a column of names is not taken for one of ids', () => {
  const guessed = guessColumns('invoices', ['Prescripteur', 'Notaire', 'referrer_id']);
  expect(guessed).toEqual(['referrer', 'notary', 'referrer_id']);
});

it('000-23 000-24 referrers and notaries are imported under their references, professional or not', () => {
  const file = [
    ['Référence', 'Prescripteur', 'Courriel', 'Professionnel', 'Adresse', 'CP', 'Ville'],
    ['AP-1', 'Agence du Port', 'port@agence.example', 'Oui', '2 quai', '33000', 'Bordeaux'],
  ];
  const { missing, upload } = imported('third_parties', file, {});
  expect(missing).toEqual([]);
  expect(upload.split('\n').slice(0, 2)).toEqual([
    'reference,name,email,professional,address_line_1,postal_code,city',
    'AP-1,Agence du Port,port@agence.example,true,2 quai,33000,Bordeaux',
  ]);
});

describe('a name that may be two things', () => {
  test.each<[ImportKind, string, (string | null)[]]>([
    [
      'invoices',
      'Client;Code client;N° facture;Date facture;Échéance;Montant TTC',
      [null, 'customer_reference', 'number', 'issued_on', 'due_on', 'total_cents'],
    ],
    ['invoices', 'Client;Facture;Date;Montant', ['customer_reference', 'number', 'issued_on', 'total_cents']],
    ['invoices', 'Date;Date facture;Pièce;Numéro', [null, 'issued_on', null, 'number']],
    ['payments', 'Client;Code client;Montant', [null, 'customer_reference', 'amount_cents']],
    ['customers', 'Client;Code;Code client', ['name', null, 'reference']],
    ['customers', 'Client;Raison sociale', [null, 'name']],
  ])('gives way to a surer one, wherever that stands: %s, %s', (kind, headers, columns) => {
    expect(guessColumns(kind, headers.split(';'))).toEqual(columns);
  });
});
