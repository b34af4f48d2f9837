import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIban } from '../../../domain/format/iban.ts';

// The examples of the registry of ISO 13616.
const EXAMPLES = [
  'FR1420041010050500013M02606',
  'DE89370400440532013000',
  'BE68539007547034',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
];

describe('An IBAN', () => {
  it.each(EXAMPLES)('%s is one', (iban) => {
    expect(isIban(iban)).toBe(true);
  });
  it('with one character changed, or two neighbours exchanged, is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.nat(13), fc.integer({ min: 1, max: 9 }), (iban, at, by) => {
        const place = at + 2;
        const [one, two] = [iban[place]!, iban[place + 1]!];
        if (/\d/.test(one)) {
          const other = String((Number(one) + by) % 10);
          expect(isIban(iban.slice(0, place) + other + iban.slice(place + 1))).toBe(false);
        }
        if (one !== two) expect(isIban(iban.slice(0, place) + two + one + iban.slice(place + 2))).toBe(false);
      }),
    );
  });
  it.each([
    '',
    'FR14 2004 1010 0505 0001 3M02 606',
    'fr1420041010050500013m02606',
    ' FR1420041010050500013M02606',
    'FR1420041010050500013M02606 ',
    'FR14200410100505',
    'F11420041010050500013M02606',
    'FRA420041010050500013M02606',
  ])('"%s" is none', (text) => {
    expect(isIban(text)).toBe(false);
  });
  it('is none with something before or behind it, even where the check digits would be right', () => {
    const right = (around: (checked: string) => string) =>
      Array.from({ length: 100 }, (_, digits) => around(String(digits).padStart(2, '0'))).some(isIban);
    expect(right((digits) => `BE${digits}539007547034`)).toBe(true);
    expect(right((digits) => `1BE${digits}539007547034`)).toBe(false);
    expect(right((digits) => `BE${digits}${'5'.repeat(31)}`)).toBe(false);
    expect(right((digits) => `BE1A5390075470${digits}`)).toBe(false);
    expect(right((digits) => `BE${digits}53900754703é`)).toBe(false);
  });
  it('of France has 27 characters, even where the check digits of another length would be right', () => {
    const body = '30006000011234567890';
    const shorter = Array.from({ length: 98 }, (_, digits) => `FR${String(digits).padStart(2, '0')}${body}`);
    expect(shorter.some((iban) => isIban(iban))).toBe(false);
  });
});
