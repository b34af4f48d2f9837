import { describe, expect, test } from 'vitest';
import { addressOfMailbox, formatMailbox, isHeaderSafe, singleLine } from '../../providers/email/header-text.ts';

describe('a sender’s name', () => {
  test.each([
    ['Société Durand & Fils', 'Société Durand & Fils <a@b.example>'],
    ['Martin, Fils', '"Martin, Fils" <a@b.example>'],
    ['Pirate <x@y.example>', '"Pirate <x@y.example>" <a@b.example>'],
    ['Le "Grand" \\ Bleu', '"Le \\"Grand\\" \\\\ Bleu" <a@b.example>'],
    ['Durand\r\nBcc: tous@exemple.example', '"Durand Bcc: tous@exemple.example" <a@b.example>'],
    [' \n ', 'a@b.example'],
  ])('%j', (name, expected) => {
    expect(formatMailbox(name, 'a@b.example')).toBe(expected);
  });
});

test.each(['a\rb', 'a\nb', 'a\u0000b', 'a\u0085b', 'a\u2028b'])('%j is not one line', (text) => {
  expect(isHeaderSafe(text)).toBe(false);
  expect(singleLine(text)).toBe('a b');
});

test('an ordinary French line stays as it is', () => {
  const line = 'Relance : 1 234,56 € — échéance « dépassée »';
  expect(isHeaderSafe(line)).toBe(true);
  expect(singleLine(line)).toBe(line);
});

test.each(['Relance <a@b.example>', '"Martin, Fils <x@y.example>" <a@b.example> ', 'a@b.example'])(
  'the address of %j stands alone',
  (mailbox) => expect(addressOfMailbox(mailbox)).toBe('a@b.example'),
);
