import { describe, expect, it, test } from 'vitest';
import { mapRows } from '../../console/pages/imports/mapped-file.ts';
import { decimalsOf as inTheConsole } from '../../console/words/decimals.ts';
import { decimalsOf } from '../../domain/format/decimals.ts';

/** One cell of a file of invoices or customers, as it will be sent; null when it will be refused. */
function sent(column: string, cell: string, currency = 'EUR', kind: 'invoices' | 'customers' = 'invoices') {
  const columns = [column, 'currency'];
  const file = { headers: columns, records: [{ line: 2, cells: [cell, currency] }] };
  const [row] = mapRows(file as never, { kind, columns, unit: 'units' });
  const mapped = row?.cells[0];
  return mapped?.isFaulty ? null : mapped?.text;
}

describe('An amount of a file', () => {
  test.each([
    ['1 234,56 €', 'EUR', '123456'],
    ['1234.5', 'EUR', '123450'],
    ['1,234.56', 'EUR', '123456'],
    ['1.234,56', 'EUR', '123456'],
    ['1,234,567.89', 'EUR', '123456789'],
    ['1 234', 'XPF', '1234'],
    ['1 234,00', 'XPF', '1234'],
    ['1 234,567', 'TND', '1234567'],
  ])('%s in %s is %s of the smallest unit', (cell, currency, cents) => {
    expect(sent('total_cents', cell, currency)).toBe(cents);
  });

  it('with a minus is a credit note’s, and nobody else’s', () => {
    const columns = ['kind', 'total_cents'];
    const read = (kind: string) => {
      const file = { headers: columns, records: [{ line: 2, cells: [kind, '−1 234,56'.replace('−', '-')] }] };
      return mapRows(file as never, { kind: 'invoices', columns, unit: 'units' })[0]?.cells[1];
    };
    expect(read('avoir')).toEqual({ text: '123456', isFaulty: false });
    expect(read('facture')).toMatchObject({ isFaulty: true });
    expect(read('')).toMatchObject({ isFaulty: true });
  });

  test.each([
    ['1,234', 'EUR'],
    ['1.234', 'EUR'],
    ['1,23.45', 'EUR'],
    ['1,234,56', 'EUR'],
    ['1 00,00', 'EUR'],
    ['12 34,5', 'EUR'],
    ['1 234,50', 'XPF'],
    ['1.234', 'XPF'],
  ])('%s in %s may be two amounts, or none: it is not guessed', (cell, currency) => {
    expect(sent('total_cents', cell, currency)).toBeNull();
  });
});

it('a currency has the same decimals in the console and in a letter', () => {
  for (const currency of [
    'EUR',
    'XPF',
    'XOF',
    'XAF',
    'JPY',
    'KRW',
    'KMF',
    'TND',
    'USD',
    ...Intl.supportedValuesOf('currency'),
  ])
    expect([currency, inTheConsole(currency)]).toEqual([currency, decimalsOf(currency)]);
});

describe('What will be refused is seen before', () => {
  const COLUMNS = ['kind', 'issued_on', 'due_on', 'total_cents'];
  const preview = (...cells: string[]) => {
    const file = { headers: COLUMNS, records: [{ line: 2, cells }] };
    return mapRows(file as never, { kind: 'invoices', columns: COLUMNS, unit: 'units' })[0]?.cells.map(
      ({ isFaulty, written, text }) => (isFaulty ? (written ?? text) : null),
    );
  };

  it('an amount of nothing, or below zero, as the file has it', () => {
    expect(preview('', '01/10/2026', '31/10/2026', '0,00')).toEqual([null, null, null, '0,00']);
    expect(preview('', '01/10/2026', '31/10/2026', '-20,00')).toEqual([null, null, null, '-20,00']);
    expect(preview('avoir', '01/10/2026', '', '-20,00')).toEqual([null, null, null, null]);
    expect(preview('avoir', '01/10/2026', '', '-0,00')).toEqual([null, null, null, '-0,00']);
  });

  it('an invoice that is due before it was issued', () => {
    expect(preview('', '01/10/2026', '30/09/2026', '12,00')).toEqual([null, null, '30/09/2026', null]);
    expect(preview('', '01/10/2026', '01/10/2026', '12,00')).toEqual([null, null, null, null]);
    // 31/09 does not exist, so the two days cannot be compared: only that cell is marked.
    expect(preview('', '31/09/2026', '30/09/2026', '12,00')).toEqual([null, '31/09/2026', null, null]);
  });
});

describe('A word of a file', () => {
  test.each([
    ['kind', 'Avoir', 'credit_note'],
    ['kind', 'FACTURE', 'invoice'],
    ['kind', 'credit_note', 'credit_note'],
    ['kind', 'Devis', null],
  ])('an invoice’s %s %s is %s', (column, cell, text) => expect(sent(column, cell)).toBe(text));

  test.each([
    ['country', 'France', 'FR'],
    ['country', 'belgique', 'BE'],
    ['country', 'Germany', 'DE'],
    ['country', 'Vietnam', 'VN'],
    ['country', 'Suisse', 'CH'],
    ['country', 'fr', 'FR'],
    ['country', 'Syldavie', null],
    ['language', 'français', 'fr'],
    ['language', 'Anglais', 'en'],
    ['language', 'en', 'en'],
    ['language', 'allemand', null],
    ['kind', 'Particulier', 'consumer'],
  ])('a customer’s %s %s is %s', (column, cell, text) => expect(sent(column, cell, '', 'customers')).toBe(text));

  it('a credit note needs no due date, whatever it is called; an invoice does', () => {
    const isFaulty = (kind: string) =>
      mapRows({ headers: [], records: [{ line: 2, cells: [kind, ''] }] } as never, {
        kind: 'invoices',
        columns: ['kind', 'due_on'],
        unit: 'units',
      })[0]?.cells[1]?.isFaulty;
    expect(isFaulty('Avoir')).toBe(false);
    expect(isFaulty('Facture')).toBe(true);
  });
});
