import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortReference, uuidOf } from '../../../domain/messages/short-reference.ts';
import { mobileNumber } from '../../../domain/sms/mobile-number.ts';
import { inGsmAlphabet, smsSize } from '../../../domain/sms/sms-alphabet.ts';
import { smsSender } from '../../../domain/sms/sms-text.ts';

describe('The length of an SMS', () => {
  test.each([
    ['a'.repeat(160), 1, false],
    ['a'.repeat(161), 2, false],
    ['a'.repeat(306), 2, false],
    ['a'.repeat(307), 3, false],
    [`${'a'.repeat(158)}€`, 1, false],
    [`${'a'.repeat(159)}€`, 2, false],
    ['д'.repeat(70), 1, true],
    ['д'.repeat(71), 2, true],
  ])('%#', (text, segments, unicode) => {
    expect(smsSize(text)).toEqual({ segments, unicode });
  });

  test('French is brought into the alphabet that makes it short', () => {
    expect(inGsmAlphabet('« Être payé » : 1 234,56 € — l’échéance')).toBe('" Etre payé " : 1 234,56 € - l\'échéance');
    expect(smsSize(inGsmAlphabet('Créance échue, reçu, où, naïf, œuvre…')).unicode).toBe(false);
  });
});

test.each([
  ['06 39 98 10 21', '+33639981021'],
  ['+33 (0)7 00 00 00 01', '+33700000001'],
  ['0033 6 39 98 10 21', '+33639981021'],
  ['01 42 00 00 00', null],
  ['+32 470 12 34 56', '+32470123456'],
  ['+1 202 555 0100', null],
  ['', null],
  [null, null],
])('%s as a mobile number: %s', (phone, expected) => {
  expect(mobileNumber(phone)).toBe(expected);
});

test.each([
  ['Menuiserie Lagarde', 'Menuiserie'],
  ['Électricité & Cie', 'Electricite'],
  ['42', 'Relance'],
  ['AB', 'Relance'],
])('%s writes as %s', (name, sender) => {
  expect(smsSender(name)).toBe(sender);
});

test('a short reference has 25 letters and digits and gives the id back', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(shortReference(id)).toMatch(/^[0-9A-Z]{25}$/);
      expect(uuidOf(shortReference(id))).toBe(id.toLowerCase());
    }),
  );
  expect(uuidOf('client_123')).toBeNull();
  expect(uuidOf('Z'.repeat(25))).toBeNull();
});
