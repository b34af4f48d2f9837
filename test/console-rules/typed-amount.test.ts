import { expect, it, test } from 'vitest';
import { typedAmount, typedPercent } from '../../console/fields/typed-amount.ts';

// An amount is recorded as it was meant, or not at all, however it was entered.

const atOnce = (text: string, currency = 'EUR', symbol = '€') =>
  typedAmount({ text, inputType: 'insertText', data: text }, currency, symbol);

test.each([
  ['1234.56', 123456],
  ['12.5', 1250],
  ['0.50', 50],
  ['1 234,56 €', 123456],
  ['1 234,56 EUR', 123456],
  ['1,234.56', 123456],
  ['80', 8000],
])('%s that is dictated, filled in or inserted is %s cents', (text, cents) => expect(atOnce(text)).toBe(cents));

it('has as many decimals as its currency', () => {
  expect(atOnce('1234.567', 'TND', 'DT')).toBe(1_234_567);
  expect(atOnce('1 234', 'XPF', 'FCFP')).toBe(1234);
  expect(atOnce('12.5', 'XPF', 'FCFP')).toBe('refused');
});

test.each(['-88,12', '−88,12', '(12,00)', '88,12-', '1.234', '1,234', '12,345', '1 00,00', '$12.00', 'douze'])(
  '%s that is pasted is refused, not made another amount',
  (text) => {
    expect(typedAmount({ text, inputType: 'insertFromPaste', data: null }, 'EUR', '€')).toBe('refused');
    // A browser that fills in a field by itself gives no input type.
    expect(typedAmount({ text }, 'EUR', '€')).toBe('refused');
  },
);

it('goes on as it is typed, key by key, and takes no minus', () => {
  const key = (text: string, data: string) => typedAmount({ text, inputType: 'insertText', data }, 'EUR', '€');
  expect(key('12.,00 €', '.')).toBe('as_typed');
  expect(key('12,345 €', '5')).toBe('as_typed');
  expect(key('-12,00 €', '-')).toBe('refused');
  expect(typedAmount({ text: '1,2', inputType: 'deleteContentBackward', data: null }, 'EUR', '€')).toBe('as_typed');
  // A screen keyboard sends the whole word each time.
  expect(typedAmount({ text: '12.,00 €', inputType: 'insertCompositionText', data: '12.' }, 'EUR', '€')).toBe(
    'as_typed',
  );
});

test.each([
  ['12.5', 1250],
  ['12,5', 1250],
  ['2.15', 215],
  ['0,5 %', 50],
  ['10%', 1000],
  ['100', 10_000],
])('a rate of %s that comes at once is %s hundredths of a percent', (text, basisPoints) =>
  expect(typedPercent({ text, inputType: 'insertFromPaste', data: null })).toBe(basisPoints),
);

test.each(['-2', '(2)', '101', '1 250', '2,155', '12 €', 'dix'])('%s is no rate', (text) => {
  expect(typedPercent({ text, inputType: 'insertFromPaste', data: null })).toBe('refused');
});
