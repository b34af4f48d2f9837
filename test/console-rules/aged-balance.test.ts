import { expect, it } from 'vitest';
import { OF_AGE } from '../../console/figures/ages.ts';
import { agedFilter, AGES, casesOfAll } from '../../console/pages/aged-balance/aged-query.ts';

const EUROS = { currency: 'EUR', otherCurrency: undefined };
const filter = (address: string) => agedFilter(new URLSearchParams(address));
const behind = (address: string, cases: Record<string, string | number> = OF_AGE['31_60']) =>
  casesOfAll('/relances', cases, filter(address), EUROS);

it('a sum of the balance by age leads to the cases that make it up, and to none where the work list cannot find just these', () => {
  expect(behind('')).toBe('/relances?status=open&days_late_min=31&days_late_max=60&currency=EUR');
  expect(behind('collector_id=none&kind=consumer')).toBe(
    '/relances?status=open&days_late_min=31&days_late_max=60&customer_kind=consumer&collector_id=none&currency=EUR',
  );
  expect([behind('group_id=g'), behind('q=lagarde')]).toEqual([null, null]);
  expect(casesOfAll('/contentieux', {}, filter(''), EUROS)).toBe('/contentieux?currency=EUR');
});

it('every day of delay is of one age', () => {
  const isOf = (days: number, { days_late_min: min = -Infinity, days_late_max: max = Infinity }) =>
    days >= min && days <= max;
  for (const days of [-400, -1, 0, 1, 30, 31, 60, 61, 90, 91, 4_000])
    expect([days, AGES.filter(([age]) => isOf(days, OF_AGE[age])).length]).toEqual([days, 1]);
});
