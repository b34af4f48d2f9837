import { expect, it } from 'vitest';
import { followed, indexOfActive, stepFrom } from '../../console/table/active-row.ts';

// Where the keys J and K move in a list that changes while it is used.

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const list = rows('a', 'b', 'c', 'd');

it('the keys begin at the first row, and stop at both ends', () => {
  expect(stepFrom(list, null, 1)).toBe(0);
  expect(stepFrom(list, null, -1)).toBe(0);
  expect(stepFrom(list, { id: 'd', index: 3 }, 1)).toBe(3);
  expect(stepFrom(list, { id: 'a', index: 0 }, -1)).toBe(0);
});

it('rows that come and go above do not move the keys to another case', () => {
  const active = { id: 'c', index: 2 };
  expect(indexOfActive(rows('x', 'a', 'b', 'c', 'd'), active)).toBe(3);
  expect(stepFrom(rows('x', 'a', 'b', 'c', 'd'), active, 1)).toBe(4);
  expect(stepFrom(rows('b', 'c', 'd'), active, 1)).toBe(2);
});

it('when the case that was open has left the list, J opens the one that came after it, and K the one before', () => {
  const settled = { id: 'c', index: 2 };
  const left = rows('a', 'b', 'd', 'e');
  expect(indexOfActive(left, settled)).toBe(-1);
  expect(left[stepFrom(left, settled, 1)]?.id).toBe('d');
  expect(left[stepFrom(left, settled, -1)]?.id).toBe('b');
  expect(stepFrom(rows('a', 'b'), settled, 1)).toBe(1);
});

it('they are at the case that is opened, however it was, and not back at the one that they have gone on from while its drawer still stands', () => {
  expect(followed(list, 'b', null)).toEqual({ id: 'b', index: 1 });
  expect(followed(list, 'b', { id: 'a', index: 0 })).toEqual({ id: 'b', index: 1 });
  const goingOn = { id: 'c', index: 2, from: 'b' };
  expect(followed(list, 'b', goingOn)).toBe(goingOn);
  expect(followed(rows('x', 'a', 'b', 'c'), 'b', goingOn)).toEqual({ id: 'c', index: 3, from: 'b' });
  expect(list[stepFrom(list, goingOn, 1)]?.id).toBe('d');
  const there = followed(list, 'c', goingOn);
  expect(there).toEqual({ id: 'c', index: 2 });
  // With Back, say.
  expect(followed(list, 'b', there)).toEqual({ id: 'b', index: 1 });
  expect(followed(list, undefined, goingOn)).toEqual({ id: 'c', index: 2 });
});
