import { expect, it } from 'vitest';
import { listOf } from '../../console/figures/list-of.ts';

it('the invoices behind a figure are of its currency, the own one too', () => {
  const own = { collectorId: undefined, currency: 'EUR', otherCurrency: undefined };
  expect(listOf('/relances', { level: 1 }, own)).toBe('/relances?level=1&currency=EUR');
  expect(listOf('/clients', { late: 'true' }, own)).toBe('/clients?late=true');
  const francs = { collectorId: 'lea', currency: 'CHF', otherCurrency: 'CHF' };
  expect(listOf('/relances', {}, francs)).toBe('/relances?collector_id=lea&currency=CHF');
  expect(listOf('/clients', {}, francs)).toBe('/clients?collector_id=lea&currency=CHF');
});
