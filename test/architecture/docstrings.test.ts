import { expect, it } from 'vitest';
import { docstringFaults } from '../../scripts/architecture/docstrings.ts';

it.each([
  ['The same', '/** The same within a transaction. */\nexport function storeDispute() {}'],
  ['It', '/**\n * It may be put off, or\n * left out.\n */\nexport const isPostponable = true;'],
  ['Its', '/** A parameter. */\nexport const RUN = 1;\n/** Its value for all runs. */\nexport const ALL = 2;'],
])(
  'an exported thing whose docstring begins “%s” is named: where it is used nobody sees its neighbour',
  (word, text) => {
    expect(docstringFaults('a.ts', text)).toEqual([
      expect.stringMatching(new RegExp(`^a\\.ts:\\d: a docstring that begins “${word}” cannot`)),
    ]);
  },
);

it.each([
  ['Of', '/** Of a promise: its day. */\nexport const dayOf = () => null;'],
  ['Null', '/** Null: there is none. */\nexport const none = null;'],
  ['Whoever', '/**\n * Whoever asks twice is told once.\n */\nexport function ask() {}'],
  ['What of', '/** What of that no provider takes. */\nexport const LEFT = [];'],
])('an exported thing whose docstring begins “%s” is named: it has no subject', (word, text) => {
  expect(docstringFaults('a.ts', text)).toEqual([`a.ts:1: a docstring that begins “${word}” cannot be read by itself`]);
});

it.each([
  '/** Opens a dispute as `openDispute` does. The same dispute again changes nothing. */\nexport function storeDispute() {}',
  '/** The same, for this file alone. */\nfunction within() {}\n\nexport const other = 1;',
  '/** Itself a word. */\nexport const itself = 1;',
  '/** For a promise: its day. Null when there is none. */\nexport const dayOf = () => null;',
  '/** Offers and nullable fields. */\nexport const OFFERS = [];',
])('what names its object, and what is nobody else’s, may stay: %s', (text) => {
  expect(docstringFaults('a.ts', text)).toEqual([]);
});
