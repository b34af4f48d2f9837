import { expect, it } from 'vitest';
import { sumsOf } from '../../console/pages/agenda/sums-of-actions.ts';

it('the ticked actions come to a sum in each currency; a task about no amount takes none of them away', () => {
  const euros = { amount_cents: 100_00, currency: 'EUR' };
  const francs = { amount_cents: 5_000, currency: 'XPF' };
  const task = { amount_cents: 0, currency: null };
  expect(sumsOf([euros, francs, euros])).toEqual([
    { currency: 'EUR', cents: 200_00 },
    { currency: 'XPF', cents: 5_000 },
  ]);
  expect(sumsOf([task, euros])).toEqual([{ currency: 'EUR', cents: 100_00 }]);
  expect(sumsOf([task])).toEqual([]);
});
