import { describe, expect, it } from 'vitest';
import { outage } from './failures.ts';
import { SandboxRun } from './sandbox.ts';

const AT = '2026-04-16T01:00:00.000Z';
const PRODUCT_NOW = '2026-06-01T01:00:00.000Z';
const page = (customers: number, changed: number, last: string | null) => ({ customers, changed, last });

const run = (input: object, answers: (name: string, input: never, run: SandboxRun) => unknown) =>
  SandboxRun.start({ type: 'groups', input, at: AT, answers });

describe('The nightly groups', () => {
  it('judge every customer on the product’s day, page after page, and say how many moved', async () => {
    const pages = [page(5_000, 12, 'c-5000'), page(70, 1, null)];
    const seen = await run({ creditorId: 'c' }, (name) => (name === 'productNow' ? PRODUCT_NOW : pages.shift()));
    expect(seen.result).toEqual({ customers: 5_070, changed: 13 });
    expect(seen.calls.map(({ name, input }) => [name, input])).toEqual([
      ['productNow', undefined],
      ['recalculateGroups', { creditorId: 'c', at: PRODUCT_NOW, after: null }],
      ['recalculateGroups', { creditorId: 'c', at: PRODUCT_NOW, after: 'c-5000' }],
    ]);
  });

  it('go on as new between two pages when the server suggests it, on the same day and with the same sums', async () => {
    const seen = await run({ creditorId: 'c' }, (name, _input, self) => {
      if (name === 'productNow') return PRODUCT_NOW;
      self.continueAsNewSuggested = true;
      return page(5_000, 12, 'c-5000');
    });
    const done = { after: 'c-5000', at: PRODUCT_NOW, customers: 5_000, changed: 12 };
    expect(seen.continuedWith).toEqual({ creditorId: 'c', done });
    const next = await run({ creditorId: 'c', done }, () => page(7, 0, null));
    expect(next.calls.map(({ name }) => name)).toEqual(['recalculateGroups']);
    expect(next.result).toEqual({ customers: 5_007, changed: 12 });
  });

  it('wait an outage of the database out', async () => {
    let outages = 4;
    const seen = await run({ creditorId: 'c' }, (name) => {
      if (name === 'productNow') return PRODUCT_NOW;
      outages -= 1;
      if (outages >= 0) throw outage();
      return page(3, 3, null);
    });
    expect(seen.isOver).toBe(false);
    await seen.advanceTo('2026-04-16T02:00:00.000Z');
    expect(seen.result).toEqual({ customers: 3, changed: 3 });
  });
});
