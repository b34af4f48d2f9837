import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharePromise } from '../../../domain/holds/share-promise.ts';

describe('A promise for several invoices', () => {
  it('is all of each when it is all that is owed', () => {
    expect(sharePromise(400_00, [100_00, 300_00])).toEqual([100_00, 300_00]);
    expect(sharePromise(2, [1, 1])).toEqual([1, 1]);
  });

  it('is parted in proportion to their balances', () => {
    expect(sharePromise(200_00, [100_00, 300_00])).toEqual([50_00, 150_00]);
    expect(sharePromise(50_00, [100_00])).toEqual([50_00]);
  });

  it('has a cent for the smallest of them', () => {
    expect(sharePromise(3, [1_000_00, 1, 1])).toEqual([1, 1, 1]);
    expect(sharePromise(10_00, [1_000_00, 1])).toEqual([9_99, 1]);
  });

  it('is parted to the cent, at least a cent and at most the balance each', () => {
    const balances = fc.array(fc.integer({ min: 1, max: 100_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(balances, fc.double({ min: 0, max: 1, noNaN: true }), (cents, part) => {
        const owed = cents.reduce((sum, one) => sum + one, 0);
        const promised = cents.length + Math.floor(part * (owed - cents.length));
        const shares = sharePromise(promised, cents);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(promised);
        shares.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(1);
          expect(share).toBeLessThanOrEqual(cents[index]!);
        });
      }),
    );
  });
});
