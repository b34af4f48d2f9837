import { expect, it } from 'vitest';
import { placesFor } from '../../console/table/row-places.ts';

const NONE = { byId: new Map<string, number>() as ReadonlyMap<string, number>, next: 0 };
const placesOf = (ids: string, before = NONE, isRewritten = true) => placesFor([...ids], before, isRewritten);
const at = ({ byId }: typeof NONE, ids: string) => [...ids].map((id) => byId.get(id));

it('keeps a row where it is while others come and go', () => {
  const before = placesOf('abcd');
  expect(at(placesOf('xabc', before), 'xabc')).toEqual([4, 0, 1, 2]);
});

it('writes another list into the rows of the one before, and keeps what both show', () => {
  const before = placesOf('abcd');
  expect(at(placesOf('wcyz', before), 'wcyz')).toEqual([0, 2, 1, 3]);
  expect(at(placesOf('wxyzv', before), 'wxyzv')).toEqual([0, 1, 2, 3, 4]);
});

it('writes nothing into another row where a cell may keep something of its own', () => {
  const before = placesOf('abcd');
  expect(at(placesOf('wxyz', before, false), 'wxyz')).toEqual([4, 5, 6, 7]);
});

it('never draws two rows in one place', () => {
  const again = placesOf('dcba', placesOf('wxa', placesOf('abcd')));
  expect(new Set(at(again, 'dcba')).size).toBe(4);
});
