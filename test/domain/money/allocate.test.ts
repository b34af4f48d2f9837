import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, take } from '../../../domain/money/allocate.ts';
import {
  allocationStatus,
  balanceOf,
  covers,
  isSettled,
  withoutCredit,
  withoutPayment,
} from '../../../domain/money/balance.ts';
import { isCents, MAX_CENTS } from '../../../domain/money/cents.ts';

const cents = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: MAX_CENTS }));
const amounts = cents.filter((amount) => amount > 0);

describe('A payment set against a balance', () => {
  it.each([
    ['less than the balance', 10_000, 4_000, { takenCents: 4_000, leftCents: 0, balanceCents: 6_000, closes: false }],
    ['exactly the balance', 10_000, 10_000, { takenCents: 10_000, leftCents: 0, balanceCents: 0, closes: true }],
    ['more than the balance', 10_000, 12_500, { takenCents: 10_000, leftCents: 2_500, balanceCents: 0, closes: true }],
    ['nothing left to pay', 0, 500, { takenCents: 0, leftCents: 500, balanceCents: 0, closes: true }],
  ])('%s', (_, balance, amount, expected) => expect(take(balance, amount, 0)).toEqual(expected));

  it('closes the case when what remains is within the tolerance, and not a cent above', () => {
    expect(take(10_000, 9_900, 100)).toMatchObject({ balanceCents: 100, closes: true });
    expect(take(10_000, 9_899, 100)).toMatchObject({ balanceCents: 101, closes: false });
    expect(take(10_000, 9_999, 0)).toMatchObject({ balanceCents: 1, closes: false });
  });

  it('never takes the balance below zero, and loses no cent', () => {
    fc.assert(
      fc.property(cents, amounts, cents, (balance, amount, tolerance) => {
        const taking = take(balance, amount, tolerance);
        expect(taking.balanceCents).toBeGreaterThanOrEqual(0);
        expect(taking.takenCents + taking.leftCents).toBe(amount);
        expect(taking.balanceCents + taking.takenCents).toBe(balance);
        expect(taking.leftCents > 0 && taking.balanceCents > 0).toBe(false);
        expect(taking.closes).toBe(taking.balanceCents <= tolerance);
        for (const value of [taking.takenCents, taking.leftCents, taking.balanceCents])
          expect(isCents(value)).toBe(true);
      }),
    );
  });
});

describe('A payment shared among invoices', () => {
  const balances = new Map([
    ['a', 10_000],
    ['b', 5_000],
  ]);

  it('takes each up to its balance; the rest stays unallocated', () => {
    const shared = allocate(
      20_000,
      [
        { invoiceId: 'a', amountCents: 12_000 },
        { invoiceId: 'b', amountCents: 3_000 },
      ],
      balances,
      0,
    );
    expect(shared.unallocatedCents).toBe(7_000);
    expect(shared.results).toMatchObject([
      { invoiceId: 'a', takenCents: 10_000, leftCents: 2_000, closes: true },
      { invoiceId: 'b', takenCents: 3_000, balanceCents: 2_000, closes: false },
    ]);
  });

  it('named twice, an invoice is lowered twice', () => {
    const twice = [
      { invoiceId: 'b', amountCents: 4_000 },
      { invoiceId: 'b', amountCents: 4_000 },
    ];
    const { results, unallocatedCents } = allocate(8_000, twice, balances, 0);
    expect(results.map((result) => result.balanceCents)).toEqual([1_000, 0]);
    expect(unallocatedCents).toBe(3_000);
    expect(balances.get('b')).toBe(5_000);
  });

  it('without allocations stays unallocated', () => {
    expect(allocate(8_000, [], balances, 0)).toEqual({ results: [], unallocatedCents: 8_000 });
  });

  it('is refused when the allocations are more than it, or name an invoice that is not there', () => {
    expect(() => allocate(100, [{ invoiceId: 'a', amountCents: 101 }], balances, 0)).toThrow(RangeError);
    expect(() => allocate(100, [{ invoiceId: 'x', amountCents: 100 }], balances, 0)).toThrow(RangeError);
  });

  it('loses no cent, whatever the invoices and the order', () => {
    const ids = ['a', 'b', 'c'] as const;
    const requests = fc.array(
      fc.record({ invoiceId: fc.constantFrom(...ids), amountCents: fc.integer({ min: 1, max: 9_000 }) }),
    );
    const owed = fc
      .tuple(cents, cents, cents)
      .map((list) => new Map(ids.map((id, index) => [id as string, list[index]!])));
    fc.assert(
      fc.property(requests, owed, fc.integer({ min: 0, max: 5_000 }), (list, balances, more) => {
        const amount = list.reduce((sum, { amountCents }) => sum + amountCents, more);
        const { results, unallocatedCents } = allocate(amount, list, balances, 0);
        const taken = results.reduce((sum, result) => sum + result.takenCents, 0);
        expect(taken + unallocatedCents).toBe(amount);
        for (const id of ids) {
          const own = results.filter((result) => result.invoiceId === id);
          const lowered = own.reduce((sum, result) => sum + result.takenCents, 0);
          expect(own.at(-1)?.balanceCents ?? balances.get(id)).toBe(balances.get(id)! - lowered);
        }
      }),
    );
  });
});

describe('A balance', () => {
  const sums = { totalCents: 10_000, paidCents: 0, creditedCents: 0 };

  it('is the total less what was paid and credited, and never below zero', () => {
    expect(balanceOf({ ...sums, paidCents: 4_000, creditedCents: 1_000 })).toBe(5_000);
    expect(balanceOf({ ...sums, totalCents: 3_000, paidCents: 4_000 })).toBe(0);
  });

  it('comes back with a reversal, no higher than the total', () => {
    fc.assert(
      fc.property(cents, amounts, (total, amount) => {
        const owed = { totalCents: total, paidCents: 0, creditedCents: 0 };
        const { takenCents } = take(balanceOf(owed), amount, 0);
        const paid = { ...owed, paidCents: takenCents };
        expect(withoutPayment(paid, takenCents)).toEqual(owed);
        expect(balanceOf(withoutPayment(owed, takenCents))).toBe(total);
      }),
    );
  });

  it('comes back with a credit note that is taken off again, and what was paid stays', () => {
    expect(withoutCredit({ ...sums, paidCents: 1_000, creditedCents: 4_000 }, 3_000)).toEqual({
      ...sums,
      paidCents: 1_000,
      creditedCents: 1_000,
    });
    expect(withoutCredit(sums, 3_000)).toEqual(sums);
  });

  it('within the tolerance is settled after a payment or a credit, and never while nothing has come', () => {
    expect(isSettled({ ...sums, paidCents: 9_990 }, 10)).toBe(true);
    expect(isSettled({ ...sums, creditedCents: 9_990 }, 10)).toBe(true);
    expect(isSettled({ ...sums, paidCents: 9_989 }, 10)).toBe(false);
    expect(isSettled({ ...sums, totalCents: 8 }, 10)).toBe(false);
    expect(isSettled({ ...sums, totalCents: 8, paidCents: 8 }, 0)).toBe(true);
  });

  it('is covered by free money that leaves no more than the tolerance', () => {
    expect(covers(9_950, 10_000, 50)).toBe(true);
    expect(covers(9_949, 10_000, 50)).toBe(false);
    expect(covers(10_000, 10_000, 0)).toBe(true);
    expect(covers(0, 30, 50)).toBe(false);
  });

  it('is open, partly paid or paid; within the tolerance it is paid', () => {
    expect(allocationStatus(sums, false)).toBe('open');
    expect(allocationStatus({ ...sums, paidCents: 9_990 }, false)).toBe('partly_paid');
    expect(allocationStatus({ ...sums, creditedCents: 1 }, false)).toBe('partly_paid');
    expect(allocationStatus({ ...sums, paidCents: 9_990 }, true)).toBe('paid');
    expect(allocationStatus({ ...sums, paidCents: 10_000 }, false)).toBe('paid');
  });
});

describe('An amount', () => {
  it.each([0, 1, MAX_CENTS])('%d is one', (value) => expect(isCents(value)).toBe(true));
  it.each([-1, 0.5, MAX_CENTS + 1, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (value) =>
    expect(isCents(value)).toBe(false),
  );
});
