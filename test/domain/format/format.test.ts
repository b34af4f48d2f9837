import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '../../../domain/format/amount.ts';
import { formatIban } from '../../../domain/format/bank.ts';
import { formatLongDate, formatShortDate } from '../../../domain/format/date.ts';
import { addressBlock } from '../../../domain/format/postal-address.ts';
import { fieldText } from '../../../domain/format/printable.ts';
import { labelsOf } from '../../../domain/wording/labels.ts';

describe('an amount', () => {
  test.each([
    [123_456, 'EUR', 'fr', '1\u202f234,56\u00a0€'],
    [123_456, 'EUR', 'en', '€1,234.56'],
    [5, 'EUR', 'fr', '0,05\u00a0€'],
    [0, 'EUR', 'fr', '0,00\u00a0€'],
    [-150_000_000, 'EUR', 'fr', '\u22121\u202f500\u202f000,00\u00a0€'],
    [100_000, 'CHF', 'fr', '1\u202f000,00\u00a0CHF'],
    [100_000, 'JPY', 'en', 'JPY\u00a0100,000'],
    [1_234, 'XPF', 'fr', '1\u202f234\u00a0XPF'],
    [1_234, 'KMF', 'fr', '1\u202f234\u00a0KMF'],
    [1_234_567, 'TND', 'fr', '1\u202f234,567\u00a0TND'],
  ] as const)('%i cents of %s in %s reads %s', (cents, currency, language, text) => {
    expect(formatAmount(cents, currency, language)).toBe(text);
  });

  test('loses no cent, whatever it is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        const digits = formatAmount(cents, 'EUR', 'fr')
          .replace('\u2212', '-')
          .replace(/[^\d-]/g, '');
        expect(Number(digits)).toBe(cents);
      }),
    );
  });
});

test('a date reads as in a letter, in both languages, and short in tables', () => {
  expect(formatLongDate('2026-11-22', 'fr')).toBe('22\u00a0novembre\u00a02026');
  expect(formatLongDate('2026-12-01', 'fr')).toBe('1er\u00a0décembre\u00a02026');
  expect(formatLongDate('2026-12-01', 'en')).toBe('1\u00a0December\u00a02026');
  expect(formatShortDate('2026-02-03')).toBe('03/02/2026');
  expect(() => formatLongDate('22/11/2026', 'fr')).toThrow(RangeError);
});

test.each(['2026-13-01', '2026-00-01', '2026-01-00', '2026-01-32', '12026-01-01', '2026-01-011', ''])(
  '“%s” is no date, and the error says so',
  (text) => {
    expect(() => formatLongDate(text, 'fr')).toThrow(RangeError);
    expect(() => formatShortDate(text)).toThrow(`not a local date: ${text}`);
  },
);

test('the first and the last month and day are dates', () => {
  expect(formatShortDate('2026-01-01')).toBe('01/01/2026');
  expect(formatShortDate('2026-12-31')).toBe('31/12/2026');
});

test('an error about a date repeats no long text', () => {
  expect(() => formatShortDate('x'.repeat(500))).toThrow(/^not a local date: x{20}$/);
});

test('an IBAN is grouped by four whatever its spaces', () => {
  expect(formatIban('fr76 3000-6000 0112')).toBe('FR76\u00a03000\u00a06000\u00a00112');
});

test('an IBAN has no more than 34 characters, whatever was stored', () => {
  expect(formatIban('9'.repeat(50)).replaceAll('\u00a0', '')).toHaveLength(34);
});

describe('an address block', () => {
  const { attention } = labelsOf('fr');
  const customer = {
    name: 'Mme Hélène Desrosiers',
    reference: 'C-1',
    addressLines: ['27 avenue de la Libération'],
    postalCode: '33700',
    city: 'Mérignac',
    country: 'FR',
    contactName: null as string | null,
  };

  test('is what the post wants: name, street, code and city in capitals', () => {
    expect(addressBlock(customer, { country: 'France' }, attention)).toEqual([
      'Mme Hélène Desrosiers',
      '27 avenue de la Libération',
      '33700 MÉRIGNAC',
    ]);
  });

  test('ends with the country when the letter goes abroad', () => {
    expect(addressBlock({ ...customer, country: 'BE' }, { country: 'FR' }, attention).at(-1)).toBe('BELGIQUE');
  });

  test('names the contact when there is room, and gives the line up when there is not', () => {
    const withContact = { ...customer, contactName: 'M. Paul Roy' };
    expect(addressBlock(withContact, { country: 'FR' }, attention)).toContain('À l’attention de M. Paul Roy');
    const full = { ...withContact, addressLines: ['a', 'b', 'c', 'd'] };
    expect(addressBlock(full, { country: 'FR' }, attention)).toEqual([
      'Mme Hélène Desrosiers',
      'a',
      'b',
      'c',
      'd',
      '33700 MÉRIGNAC',
    ]);
  });

  test('lets four street lines and a country share what is left, losing nothing that fits', () => {
    const abroad = { ...customer, country: 'BE', addressLines: ['Bât. A', 'Escalier 4', '12 rue Haute', 'BP 90210'] };
    const block = addressBlock(abroad, { country: 'FR' }, attention);
    expect(block).toHaveLength(5);
    expect(block.join(' ')).toContain('Bât. A, Escalier 4, 12 rue Haute, BP 90210');
  });

  test('never has more than 6 lines of 38 characters', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 30 }), fc.constant('W'.repeat(5_000)));
    const anyCustomer = fc.record({
      name: text,
      reference: text,
      addressLines: fc.array(text, { maxLength: 8 }),
      postalCode: text,
      city: text,
      country: text,
      contactName: fc.option(text),
    });
    fc.assert(
      fc.property(anyCustomer, (someone) => {
        const block = addressBlock(someone, { country: 'FR' }, attention);
        expect(block.length).toBeLessThanOrEqual(6);
        for (const line of block) expect([...line].length).toBeLessThanOrEqual(38);
      }),
    );
  });
});

test('a field is one line, capped, without control characters', () => {
  expect(fieldText(' a\n\tb\u0000c ', 10)).toBe('a bc');
  expect(fieldText('abcdef', 4)).toBe('abc…');
  expect(fieldText('abcd', 4)).toBe('abcd');
  expect(fieldText('ab cdef', 4)).toBe('ab…');
  expect(fieldText('a\u00a0\u00a0b', 4)).toBe('a b');
  expect(fieldText('1\u202f234,56\u00a0€', 20)).toBe('1\u202f234,56\u00a0€');
  expect(fieldText(null, 4)).toBe('');
});
