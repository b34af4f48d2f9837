import { expect, it } from 'vitest';
import { isPrintedHere } from '../../console/providers/is-printed-here.ts';

// Which letters a person prints and posts.

const plain = { kind: 'letter', letter_kind: 'simple' };
const electronic = { kind: 'letter', letter_kind: 'lre_qualified' };
const PAPER = { print: { provider: 'merci_facteur', letter_kinds: ['simple', 'registered'] } };

it('without a print provider every letter is made here; with one, those that it does not take', () => {
  expect([plain, electronic].map((letter) => isPrintedHere({ print: null }, letter))).toEqual([true, true]);
  expect([plain, electronic].map((letter) => isPrintedHere(PAPER, letter))).toEqual([false, true]);
  expect(isPrintedHere({ print: null }, { kind: 'letter', letter_kind: null })).toBe(true);
});

it('a mail leaves by itself, and of a letter nothing is said before the provider is known', () => {
  expect(isPrintedHere({ print: null }, { kind: 'email', letter_kind: null })).toBe(false);
  expect(isPrintedHere(undefined, plain)).toBe(false);
});
