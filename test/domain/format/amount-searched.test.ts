import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatAmount } from '../../../domain/format/amount.ts';
import { amountSearched } from '../../../domain/format/amount-searched.ts';

describe('An amount that is searched for', () => {
  test.each([
    '1 234,56 €',
    '1234,56',
    '1 234.56',
    '1.234,56',
    '€1,234.56',
    '1,234.56',
    '1 234,56 EUR',
    ' EUR 1234.56 ',
  ])('%s is found as people write it', (text) => expect(amountSearched(text)).toBe(123_456));
  test.each(['1234', '1 234', 'F-12,50', '12,5', '1,234', '1.23.45', '1,23.45', '12.345,6', '', 'EUR', '-12,50'])(
    '%s is text, and none',
    (text) => expect(amountSearched(text)).toBeNull(),
  );
  it('as a page or a letter shows it is that amount, in French and in English', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.constantFrom('EUR', 'USD', 'GBP', 'CHF'),
        fc.constantFrom('fr' as const, 'en' as const),
        (cents, currency, language) => {
          expect(amountSearched(formatAmount(cents, currency, language))).toBe(cents);
        },
      ),
    );
  });
});
