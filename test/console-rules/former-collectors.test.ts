import { expect, it } from 'vitest';
import { formerCollectors, NOBODY, portionsOf } from '../../console/assign/former-collectors.ts';

// What Z (undo) gives back after customers were assigned to another collector.

const customers = [
  { id: 'martin', collectorId: 'Léa' },
  { id: 'durand', collectorId: null },
  { id: 'petit', collectorId: 'Léa' },
  { id: 'roux', collectorId: 'Paul' },
];

it('each goes back to whoever followed him before, and whose they were already stay', () => {
  expect(formerCollectors(customers, 'Paul')).toEqual([
    { collectorId: 'Léa', ids: ['martin', 'petit'] },
    { collectorId: null, ids: ['durand'] },
  ]);
});

it('of those left to nobody, nobody’s stay nobody’s', () => {
  expect(formerCollectors(customers, NOBODY)).toEqual([
    { collectorId: 'Léa', ids: ['martin', 'petit'] },
    { collectorId: 'Paul', ids: ['roux'] },
  ]);
});

it('so many are given as the API takes at once, each of them once', () => {
  const ids = Array.from({ length: 1_203 }, (_, at) => String(at));
  const portions = portionsOf(ids);
  expect(portions.map(({ length }) => length)).toEqual([500, 500, 203]);
  expect(portions.flat()).toEqual(ids);
});
