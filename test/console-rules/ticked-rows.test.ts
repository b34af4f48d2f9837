import { expect, it } from 'vitest';
import { isAnyTicked } from '../../console/table/selection.ts';
import { sumsByCurrency } from '../../console/table/sums-by-currency.ts';

// What a list says about its ticked rows.

const row = (id: string, currency = 'EUR', cents = 100_00) => ({ id, currency, cents });

it('a ticked case that has left the list, paid meanwhile, does not count as ticked there', () => {
  const ticked = new Set(['paid']);
  expect(isAnyTicked(ticked, [row('a'), row('b')])).toBe(false);
  expect(isAnyTicked(ticked, [])).toBe(false);
  expect(isAnyTicked(new Set(['paid', 'b']), [row('a'), row('b')])).toBe(true);
});

it('of two currencies each has its sum, under its own sign', () => {
  expect(sumsByCurrency([row('a'), row('b', 'USD', 50_00), row('c')], ({ cents }) => cents)).toEqual([
    { currency: 'EUR', cents: 200_00 },
    { currency: 'USD', cents: 50_00 },
  ]);
  expect(sumsByCurrency([], () => 1)).toEqual([]);
});
