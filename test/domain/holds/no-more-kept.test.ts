import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptPromise, noMoreKept } from '../../../domain/holds/promise.ts';

const transfer = { id: 'transfer', amountCents: 10_000 };
const december: KeptPromise = { id: 'december', amountCents: 5_000, promisedOn: '2026-12-05', come: [transfer] };
const january: KeptPromise = { id: 'january', amountCents: 5_000, promisedOn: '2027-01-05', come: [transfer] };

describe('After money went back, a promise that was kept', () => {
  it('stays kept while what is left pays it', () => {
    expect(noMoreKept([december, january], 0)).toEqual([]);
    expect(noMoreKept([], 0)).toEqual([]);
  });

  it('is kept no more when nothing of its money is left, or too little', () => {
    expect(noMoreKept([{ ...december, come: [] }], 0)).toEqual(['december']);
    expect(noMoreKept([{ ...december, come: [{ ...transfer, amountCents: 4_999 }] }], 0)).toEqual(['december']);
  });

  it('stays kept when no more is missing than the tolerance', () => {
    const short = { ...december, come: [{ ...transfer, amountCents: 4_900 }] };
    expect(noMoreKept([short], 100)).toEqual([]);
    expect(noMoreKept([short], 99)).toEqual(['december']);
  });

  it('is kept by the money of several payments together', () => {
    const come = [
      { id: 'first', amountCents: 2_000 },
      { id: 'second', amountCents: 3_000 },
    ];
    expect(noMoreKept([{ ...december, come }], 0)).toEqual([]);
    expect(noMoreKept([{ ...december, come: come.slice(1) }], 0)).toEqual(['december']);
  });

  it('gives way to that of an earlier day, in whatever order they stand: each cent keeps one of them', () => {
    const left = [{ ...transfer, amountCents: 9_999 }];
    const both = [
      { ...january, come: left },
      { ...december, come: left },
    ];
    expect(noMoreKept(both, 0)).toEqual(['january']);
    expect(noMoreKept(both.toReversed(), 0)).toEqual(['january']);
  });

  it('takes of a payment what the earlier one left of it, and the rest from the next', () => {
    const next = { id: 'next', amountCents: 1_000 };
    const left = { ...transfer, amountCents: 9_000 };
    expect(noMoreKept([december, { ...january, come: [left, next] }], 0)).toEqual([]);
    expect(noMoreKept([december, { ...january, come: [left, { ...next, amountCents: 999 }] }], 0)).toEqual(['january']);
    const third: KeptPromise = { id: 'third', amountCents: 1, promisedOn: '2027-02-05', come: [left, next] };
    expect(noMoreKept([december, { ...january, come: [left, next] }, third], 0)).toEqual(['third']);
  });

  it('those that stay were never promised more than what is left, and nobody asks for one again while all is there', () => {
    const kept = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        amountCents: fc.integer({ min: 1, max: 500 }),
        day: fc.integer({ min: 10, max: 28 }),
      }),
      { maxLength: 5, selector: ({ id }) => id },
    );
    const money = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 5 });
    fc.assert(
      fc.property(kept, money, (list, amounts) => {
        const come = amounts.map((amountCents, index) => ({ id: String(index), amountCents }));
        const promises = list.map(({ day, ...promise }) => ({ ...promise, promisedOn: `2026-12-${day}`, come }));
        const sum = (all: readonly { amountCents: number }[]) => all.reduce((cents, one) => cents + one.amountCents, 0);
        const gone = noMoreKept(promises, 0);
        expect(sum(promises.filter(({ id }) => !gone.includes(id)))).toBeLessThanOrEqual(sum(come));
        expect(gone.length === 0).toBe(sum(promises) <= sum(come));
      }),
    );
  });
});

describe('Promises of the same day', () => {
  it('are served in the order in which they were made', () => {
    const two = [{ ...january, promisedOn: december.promisedOn }, december].map((one) => ({
      ...one,
      come: [{ ...transfer, amountCents: 5_000 }],
    }));
    expect(noMoreKept(two, 0)).toEqual(['december']);
    expect(noMoreKept(two.toReversed(), 0)).toEqual(['january']);
  });
});
