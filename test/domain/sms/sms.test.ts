import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortReference, uuidOf } from '../../../domain/messages/short-reference.ts';
import { mobileNumber } from '../../../domain/sms/mobile-number.ts';
import { inGsmAlphabet, smsSize } from '../../../domain/sms/sms-alphabet.ts';
import { MOST_SEGMENTS, smsSender, smsText } from '../../../domain/sms/sms-text.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';

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
    ['д'.repeat(134), 2, true],
    ['д'.repeat(135), 3, true],
    ['{}[]~|^\\'.repeat(10), 1, false],
    [`${'{}[]~|^\\'.repeat(10)}a`, 2, false],
    ['', 1, false],
  ])('%#', (text, segments, unicode) => {
    expect(smsSize(text)).toEqual({ segments, unicode });
  });

  test('French is brought into the alphabet that makes it short', () => {
    expect(inGsmAlphabet('« Être payé » : 1 234,56 € — l’échéance')).toBe('" Etre payé " : 1 234,56 € - l\'échéance');
    expect(inGsmAlphabet('‘a’ “b” – … Œ • 1\u202f000\u2009€')).toBe('\'a\' "b" - ... OE - 1 000 €');
    expect(inGsmAlphabet('e\u0301chu \u0301')).toBe('échu \u0301');
    expect(inGsmAlphabet('âêîôû Ç ç ñ ß ё 漢')).toBe('aeiou Ç c ñ ß ё 漢');
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
  ['(+33) 6.39.98.10.21', '+33639981021'],
  ['+33 8 39 98 10 21', null],
  ['06 39 98 10 2', null],
  ['+33 6 39 98 10 211', null],
  ['06 39 98 10 21 poste 4', null],
  ['+262 692 12 34 56', '+262692123456'],
  ['+590 690 12 34 56', '+590690123456'],
  ['+594 694 12 34 56', '+594694123456'],
  ['+596 696 12 34 56', '+596696123456'],
  ['+262 262 12 34 56', null],
  ['+352 621 123 456', '+352621123456'],
  ['+41 79 123 45 67', '+41791234567'],
  ['+41 44 123 45 67', null],
  ['+34 612 34 56 78', '+34612345678'],
  ['+39 312 345 6789', '+393123456789'],
  ['+39 312 345 678', '+39312345678'],
  ['+49 151 23456789', '+4915123456789'],
  ['+49 30 123456', null],
  ['+44 7700 900123', '+447700900123'],
  ['+351 912 345 678', '+351912345678'],
  ['+31 6 12345678', '+31612345678'],
  ['0690 12 34 56', '+590690123456'],
  ['06 91 12 34 56', '+590691123456'],
  ['0692 12 34 56', '+262692123456'],
  ['+33 6 93 12 34 56', '+262693123456'],
  ['0694123456', '+594694123456'],
  ['0033 696 12 34 56', '+596696123456'],
  ['+33 (0)697 12 34 56', '+596697123456'],
  ['0639 12 34 56', '+262639123456'],
  ['+262 639 12 34 56', '+262639123456'],
  ['0695 12 34 56', '+33695123456'],
  ['0638 12 34 56', '+33638123456'],
  ['0590 12 34 56', null],
  ['', null],
  [null, null],
])('%s as a mobile number: %s', (phone, expected) => {
  expect(mobileNumber(phone)).toBe(expected);
});

test.each([
  ['Menuiserie Lagarde', 'Menuiserie'],
  ['Électricité & Cie', 'Electricite'],
  ['42', 'Relance'],
  ['1234', 'Relance'],
  ['AB', 'Relance'],
  ['ABC', 'ABC'],
  ['', 'Relance'],
  ['Diagnostics Immobiliers', 'Diagnostics'],
  ['Constructions', 'Constructio'],
  ['« Intercommunalités »', 'Intercommun'],
  ['AGM & Fils SAS', 'AGMFilsSAS'],
  ['Eau de Seine et Marne', 'EaudeSeine'],
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
  const reference = shortReference('018f0000-0000-7000-8000-000000000001');
  for (const no of ['client_123', `-${reference}`, `${reference}-`, `0${reference}`, reference.slice(1)])
    expect(uuidOf(no)).toBeNull();
  expect(uuidOf('Z'.repeat(25))).toBeNull();
});

describe('The text of an SMS', () => {
  const content = aContent({ test: false });

  test('is the words alone, links by their address, and says how to receive no more', () => {
    const bodyHtml =
      '<p>Bonjour <strong>#contact_name</strong>,<br>payez <a href="https://pay.example/1">ici</a></p><ul><li>un</li><li>deux</li></ul><p>#items_list</p><p><a href="mailto:a@b.example">a@b.example</a></p>';
    expect(smsText({ subject: 'Objet', bodyHtml }, content).text.split('\n')).toEqual([
      ...['Bonjour Mme Hélène Desrosiers,', 'payez https://pay.example/1', '- un', '- deux', 'a@b.example'],
      'Ne plus recevoir de SMS : 05 56 00 00 00',
    ]);
  });

  test('says that it is a trial, in the debtor’s language, and whom to write to where nobody can be called', () => {
    const english = aContent({ test: true, language: 'en', company: { ...content.company, phone: null } });
    expect(smsText({ subject: '', bodyHtml: '<p>Hello</p>' }, english).text).toBe(
      '[TEST]\nHello\nNo more SMS: comptabilite@diag-garonne.example',
    );
    expect(smsText({ subject: '', bodyHtml: '<p>Bonjour</p>' }, aContent({ test: true })).text).toMatch(/^\[ESSAI\]\n/);
  });

  test('shows nothing of other items, and tells how many SMS it takes', () => {
    const more = aContent({ informationItems: [anItem({ number: 'F-OTHER' })] });
    const { text, segments, unicode } = smsText({ subject: '', bodyHtml: `<p>${'a'.repeat(500)}</p>` }, more);
    expect(text).not.toContain('F-OTHER');
    expect([segments > MOST_SEGMENTS, unicode]).toEqual([true, false]);
  });
});
