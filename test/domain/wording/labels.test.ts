import { expect, it } from 'vitest';
import { labelsOf } from '../../../domain/wording/labels.ts';
import { plain } from '../plain.ts';

const fr = () => labelsOf('fr');
const en = () => labelsOf('en');

it('A letter counts one day or item as one, and none as each language does', () => {
  expect([0, 1, 2].map((count) => plain(fr().days(count)))).toEqual(['0 jour', '1 jour', '2 jours']);
  expect([0, 1, 2].map((count) => plain(en().days(count)))).toEqual(['0 days', '1 day', '2 days']);
  expect([1, 2].map((count) => fr().andMore(count))).toEqual([' et 1 autre', ' et 2 autres']);
  expect([1, 2].map((count) => en().andMore(count))).toEqual([' and 1 more', ' and 2 more']);
});

it('A letter says of items that it has no room for that the total has them', () => {
  expect([1, 2].map((count) => fr().moreItems(count))).toEqual([
    '… et 1 autre pièce, comprise dans le total',
    '… et 2 autres pièces, comprises dans le total',
  ]);
  expect([1, 2].map((count) => en().moreItems(count))).toEqual([
    '… and 1 more item, included in the total',
    '… and 2 more items, included in the total',
  ]);
});

it('A letter is dated with its city, or without where none is known', () => {
  expect(fr().dated('Lyon', '22 novembre 2026')).toBe('Lyon, le 22 novembre 2026');
  expect(fr().dated('', '22 novembre 2026')).toBe('Le 22 novembre 2026');
  expect(en().dated('Lyon', '22 November 2026')).toBe('Lyon, 22 November 2026');
  expect(en().dated('', '22 November 2026')).toBe('22 November 2026');
});

it('A letter says which of its pages each is', () => {
  expect([fr().page(2, 3), en().page(2, 3)]).toEqual(['2/3', '2/3']);
});
