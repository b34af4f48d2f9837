import { describe, expect, it } from 'vitest';
import { signedTotal } from '../../console/case/signed-total.ts';
import { rowsOfCsv } from '../../console/table/rows-of-csv.ts';
import { levelIn, numbersIn, type SheetColumn, sheetOf } from '../../console/table/sheet.ts';
import { paymentSheetWords, withReversals } from '../../console/payment/payment-sheet.ts';
import { withCustomer } from '../../console/work-list/case-sheets.ts';

const FRENCH = { language: 'fr', timeZone: 'Europe/Paris', currency: 'Devise' } as const;
const ENGLISH = { language: 'en', timeZone: 'Europe/Paris', currency: 'Currency' } as const;

const csv = (...rows: string[]) => [...rows, ''].join('\r\n');
const HEAD = 'id,number,customer_name,due_on,sent_at,balance_cents,currency,days_late,invoices';
const ROW = '1,FA-1,"Dupont; ""fils"", SARL",2026-11-05,2026-11-05T23:30:00.000Z,-123456,EUR,12,';

const column = (header: string, sheet: NonNullable<SheetColumn['meta']>['sheet']): SheetColumn => ({
  header,
  meta: { ...(sheet ? { sheet } : {}) },
});
const COLUMNS = [
  column('Pièce', { text: 'number' }),
  column('Client', { text: 'customer_name' }),
  { header: 'Boutons', meta: {} },
  column('Échéance', { day: 'due_on' }),
  column('Parti le', { day: 'sent_at' }),
  column('Solde', { money: 'balance_cents' }),
];
const linesOf = (sheet: string) => sheet.split('\r\n');

describe('a list as a file for a spreadsheet', () => {
  it('opens in a French one: accents, columns, amounts and days as it reads them, under the headings that are shown', () => {
    const sheet = sheetOf(rowsOfCsv(csv(HEAD, ROW)), COLUMNS, FRENCH);
    expect(sheet.startsWith('\u{FEFF}')).toBe(true);
    expect(linesOf(sheet)).toEqual([
      '\u{FEFF}Pièce;Client;Échéance;Parti le;Solde;Devise',
      'FA-1;"Dupont; ""fils"", SARL";05/11/2026;06/11/2026;-1234,56;EUR',
      '',
    ]);
  });

  it('says beside a customer the reference and whom one writes to, and a level as on the screen', () => {
    const head =
      'customer_reference,customer_name,customer_contact_name,customer_contact_email,customer_contact_phone,level';
    const rows = rowsOfCsv(csv(head, 'C-7,Dupont,Zoé,zoe@x.fr,0102,2', 'C-8,Durand,,,,'));
    const customer = { id: 'customer', ...column('Client', { text: 'customer_name' }) };
    const headings = { customerReference: 'Référence client', contact: 'Contact' };
    const columns = withCustomer([customer, column('Niveau', { text: levelIn })], headings);
    expect(linesOf(sheetOf(rows, columns, FRENCH)).slice(0, 3)).toEqual([
      '\u{FEFF}Client;Référence client;Contact;Niveau',
      'Dupont;C-7;Zoé · zoe@x.fr · 0102;R2',
      'Durand;C-8;;',
    ]);
    expect(withCustomer(columns.slice(3), headings)).toHaveLength(1);
  });

  it('keeps a reversed payment out of the sum of the amounts, with its state and its amount beside', () => {
    const rows = rowsOfCsv(
      csv('amount_cents,currency,reversal_reversed_at', '400000,EUR,2026-11-05T10:00:00.000Z', '125000,EUR,'),
    );
    const amount = { id: 'amount', ...column('Montant', { money: 'amount_cents' }) };
    const columns = withReversals([amount, column('Référence', { text: 'external_id' })], paymentSheetWords.fr);
    expect(linesOf(sheetOf(rows, columns, FRENCH)).slice(0, 3)).toEqual([
      '\u{FEFF}Statut;Montant;Montant rejeté;Référence;Devise',
      'Rejeté;;4000,00;;EUR',
      'Encaissé;1250,00;;;EUR',
    ]);
  });

  it('opens in an English one', () => {
    expect(linesOf(sheetOf(rowsOfCsv(csv(HEAD, ROW)), COLUMNS, ENGLISH))[1]).toBe(
      'FA-1,"Dupont; ""fils"", SARL",2026-11-05,2026-11-06,-1234.56,EUR',
    );
  });

  it('writes each amount with the decimals of its own currency, and one of no currency in the creditor’s', () => {
    const rows = csv('unpaid_cents,currency', '1234,XPF', '1234,TND', '1234,');
    const sheet = sheetOf(rowsOfCsv(rows), [column('Impayé', { money: 'unpaid_cents', currency: 'CHF' })], FRENCH);
    expect(linesOf(sheet).slice(1, 4)).toEqual(['1234;XPF', '1,234;TND', '12,34;CHF']);
  });

  it('holds no formula, not even one out of a list in a cell', () => {
    const rows = csv(
      'name,invoices',
      `'=1+1,"{""id"":""a"",""number"":""=HYPERLINK(1)""}; {""id"":""b"",""number"":""F2""}"`,
    );
    const columns = [column('=Nom', { text: 'name' }), column('Pièces', { text: numbersIn })];
    expect(linesOf(sheetOf(rowsOfCsv(rows), columns, FRENCH))).toEqual([
      "\u{FEFF}'=Nom;Pièces",
      "'=1+1;'=HYPERLINK(1), F2",
      '',
    ]);
  });

  it('keeps what stands in several lines, and empty cells, in their places', () => {
    expect(rowsOfCsv('a,b,c\r\n"x\r\ny",,z\r\n,,\r\n')).toEqual([
      { a: 'x\r\ny', b: '', c: 'z' },
      { a: '', b: '', c: '' },
    ]);
    expect(rowsOfCsv('a,b\r\n')).toEqual([]);
  });
});

it('a credit note is below zero in an account’s file, its amount as what is left of it: the columns add up', () => {
  const rows = csv(
    'number,kind,total_cents,balance_cents,currency',
    'F-1,invoice,50000,50000,EUR',
    'A-1,credit_note,15000,-2000,EUR',
  );
  const columns = [column('Montant', { money: signedTotal }), column('Reste dû', { money: 'balance_cents' })];
  expect(linesOf(sheetOf(rowsOfCsv(rows), columns, FRENCH)).slice(1, 3)).toEqual([
    '500,00;500,00;EUR',
    '-150,00;-20,00;EUR',
  ]);
});
