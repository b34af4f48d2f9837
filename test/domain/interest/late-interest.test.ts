import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../domain/calendar/local-date.ts';
import { type Debt, lateInterest } from '../../../domain/interest/late-interest.ts';
import { principalOn } from '../../../domain/interest/principal.ts';
import { type Rate, rateTable } from '../../../domain/interest/rates.ts';
import { lastDayOf, semesterOf } from '../../../domain/interest/semester.ts';
import { aDebt } from './a-debt.ts';

const SHIPPED = rateTable([]);

/** Cents of interest `days` days after the due date. */
function interest(change: Partial<Debt>, days: number): number {
  const of = aDebt(change);
  const result = lateInterest(of, addDays(of.dueOn, days), SHIPPED);
  if (result.state !== 'owed') throw new Error(`nothing is owed: ${result.state}`);
  return result.interestCents;
}

describe('Late interest, the vectors of the law', () => {
  it('runs at the ECB’s rate and ten points between professionals, that of each semester', () => {
    const result = lateInterest(aDebt({ dueOn: '2025-06-15' }), '2025-07-15', SHIPPED);
    expect(result).toMatchObject({ state: 'owed', interestCents: 1040, lumpSumCents: 4000, totalCents: 105_040 });
    expect(result.state === 'owed' && result.periods).toMatchObject([
      { fromOn: '2025-06-16', toOn: '2025-06-30', days: 15, principalCents: 100_000, rate: { basisPoints: 1315 } },
      { fromOn: '2025-07-01', toOn: '2025-07-15', days: 15, principalCents: 100_000, rate: { basisPoints: 1215 } },
    ]);
    expect(interest({ totalCents: 150_000 }, 45)).toBe(2247);
  });

  it('freezes a public buyer’s at the ECB’s and eight points of the semester in which it began', () => {
    const result = lateInterest(aDebt({ debtor: 'public', dueOn: '2025-06-15' }), '2025-07-15', SHIPPED);
    expect(result).toMatchObject({ state: 'owed', interestCents: 916, lumpSumCents: 4000 });
    const began = lateInterest(aDebt({ debtor: 'public', dueOn: '2025-06-30' }), '2025-07-15', SHIPPED);
    expect(began).toMatchObject({ periods: [{ fromOn: '2025-07-01', rate: { basisPoints: 1015 } }] });
  });

  it('is borne by what is still owed: a payment on the thirtieth day counts from the thirty-first', () => {
    const reductions = [{ on: addDays('2026-01-10', 30), amountCents: 40_000 }];
    expect(interest({ reductions }, 50)).toBe(1398);
  });

  it('runs from the formal notice for a consumer, at the legal rate, and without any lump sum', () => {
    const consumer = aDebt({ debtor: 'consumer', noticeOn: '2026-03-01' });
    const result = lateInterest(consumer, '2026-03-31', SHIPPED);
    expect(result).toMatchObject({ state: 'owed', interestCents: 215, lumpSumCents: 0, totalCents: 100_215 });
    expect(lateInterest(consumer, '2026-03-02', SHIPPED)).toMatchObject({ state: 'owed', periods: [{ days: 1 }] });
    const early = aDebt({ debtor: 'consumer', noticeOn: '2026-01-02' });
    expect(lateInterest(early, '2026-01-11', SHIPPED)).toMatchObject({ periods: [{ fromOn: '2026-01-11', days: 1 }] });
  });

  it('names the rule of each rate', () => {
    const ruleOf = (change: Partial<Debt>) => {
      const result = lateInterest(aDebt({ noticeOn: '2026-01-10', ...change }), '2026-02-09', SHIPPED);
      return result.state === 'owed' && result.periods.map(({ rate }) => [rate.rule, rate.basisPoints]);
    };
    expect(ruleOf({})).toEqual([['ecb_plus_10', 1215]]);
    expect(ruleOf({ debtor: 'public' })).toEqual([['ecb_plus_8', 1015]]);
    expect(ruleOf({ debtor: 'consumer' })).toEqual([['legal', 262]]);
    // The creditor's own rate is for professionals only: the law sets the others.
    expect(ruleOf({ debtor: 'public', contractualBasisPoints: 3000 })).toEqual([['ecb_plus_8', 1015]]);
    expect(ruleOf({ debtor: 'consumer', contractualBasisPoints: 3000 })).toEqual([['legal', 262]]);
  });
});

describe('Late interest, what it refuses', () => {
  it('takes nothing from a consumer without a formal notice, nor on the day of it', () => {
    const none = { state: 'none', why: 'no_formal_notice', lumpSumCents: 0 };
    expect(lateInterest(aDebt({ debtor: 'consumer' }), '2026-06-30', SHIPPED)).toMatchObject(none);
    const noticed = aDebt({ debtor: 'consumer', noticeOn: '2026-06-30' });
    expect(lateInterest(noticed, '2026-06-30', SHIPPED)).toMatchObject({ ...none, why: 'notice_of_today' });
  });

  it('never takes the last known rate for one that is missing, and names the semester', () => {
    const result = lateInterest(aDebt(), '2026-07-01', SHIPPED);
    const missing = [{ kind: 'ecb', semester: '2026-H2' }];
    expect(result).toEqual({ state: 'rate_missing', missing, principalCents: 100_000, lumpSumCents: 4000 });
    expect(lateInterest(aDebt(), '2026-06-30', SHIPPED).state).toBe('owed');
    expect(lateInterest(aDebt({ debtor: 'public' }), '2026-12-31', SHIPPED).state).toBe('owed');
    const old = aDebt({ dueOn: '2023-12-31', debtor: 'public' });
    expect(lateInterest(old, '2026-01-01', SHIPPED)).toMatchObject({ missing: [{ semester: '2024-H1' }] });
  });

  it('takes a creditor’s own rate of a semester before the shipped one', () => {
    const own: Rate = { kind: 'ecb', semester: '2026-H2', basisPoints: 200, source: 'BCE', toVerify: false };
    const table = rateTable([own]);
    expect(lateInterest(aDebt({ dueOn: '2026-06-30' }), '2026-07-10', table)).toMatchObject({
      periods: [{ days: 10, rate: { basisPoints: 1200, published: own } }],
    });
  });

  it('owes nothing before the due date, for what was paid by then, or once given up', () => {
    const notLate = { state: 'none', why: 'not_late', lumpSumCents: 0 };
    expect(lateInterest(aDebt(), '2026-01-10', SHIPPED)).toMatchObject(notLate);
    const paid = aDebt({ reductions: [{ on: '2026-01-10', amountCents: 100_000 }] });
    expect(lateInterest(paid, '2026-03-01', SHIPPED)).toMatchObject(notLate);
    const given = { state: 'none', why: 'given_up', principalCents: 0, lumpSumCents: 0 };
    expect(lateInterest(aDebt({ givenUp: true }), '2026-03-01', SHIPPED)).toEqual(given);
  });
});

describe('Late interest between professionals', () => {
  it('follows the creditor’s own rate, but never below three times the legal rate', () => {
    const at = (contractualBasisPoints: number) =>
      lateInterest(aDebt({ contractualBasisPoints }), '2026-02-09', SHIPPED);
    expect(at(786)).toMatchObject({ periods: [{ rate: { rule: 'contractual', basisPoints: 786 } }] });
    expect(at(785)).toMatchObject({ periods: [{ rate: { rule: 'contractual_floor', basisPoints: 786 } }] });
    const unknownFloor = lateInterest(aDebt({ contractualBasisPoints: 5000 }), '2026-07-01', SHIPPED);
    expect(unknownFloor).toMatchObject({ state: 'rate_missing', missing: [{ kind: 'legal', semester: '2026-H2' }] });
  });

  it('stops on the day on which insolvency proceedings of a professional open, and of nobody else', () => {
    const since = (debt: Parameters<typeof aDebt>[0], on: string) =>
      lateInterest(aDebt({ insolventSinceOn: '2026-02-10', ...debt }), on, SHIPPED);
    const dayBefore = since({ insolventSinceOn: null }, '2026-02-09');
    expect(dayBefore).toMatchObject({ state: 'owed', interestCents: 999 });
    for (const on of ['2026-02-09', '2026-02-10', '2026-12-01'])
      expect(since({}, on)).toMatchObject({ state: 'owed', interestCents: 999, lumpSumCents: 4000 });
    expect(since({ dueOn: '2026-02-09' }, '2026-03-01')).toMatchObject({ state: 'none', why: 'insolvent' });
    const notice = { debtor: 'consumer', noticeOn: '2026-01-20' } as const;
    for (const other of [notice, { debtor: 'public' } as const]) {
      const without = since({ ...other, insolventSinceOn: null }, '2026-03-01');
      expect(since(other, '2026-03-01')).toMatchObject({
        interestCents: (without as { interestCents: number }).interestCents,
      });
    }
  });

  it('owes forty euros for each invoice that was late, whole after a payment', () => {
    const paid = aDebt({ reductions: [{ on: '2026-01-11', amountCents: 100_000 }] });
    expect(lateInterest(paid, '2026-03-01', SHIPPED)).toMatchObject({ interestCents: 33, lumpSumCents: 4000 });
    expect(lateInterest(aDebt({ currency: 'USD' }), '2026-03-01', SHIPPED).lumpSumCents).toBe(0);
  });

  it('owes no forty euros where insolvency proceedings forbade the payment on its due date, and keeps them where it was late before', () => {
    const lumpSumOf = (insolventSinceOn: string) =>
      lateInterest(aDebt({ dueOn: '2026-01-10', insolventSinceOn }), '2026-03-01', SHIPPED).lumpSumCents;
    expect(['2026-01-01', '2026-01-10', '2026-01-11', '2026-02-10'].map(lumpSumOf)).toEqual([0, 0, 4000, 4000]);
  });
});

const dueDays = fc.integer({ min: 0, max: 540 }).map((days) => addDays('2025-01-01', days));
const amounts = fc.integer({ min: 1, max: 1_000_000_000 });
const falls = fc.array(fc.record({ after: fc.integer({ min: -20, max: 400 }), amountCents: amounts }), {
  maxLength: 5,
});

/** A debt of 2025 or 2026 and a day of these two years for which all rates are known. */
const cases = fc
  .record({
    debtor: fc.constantFrom('professional' as const, 'public' as const, 'consumer' as const),
    dueOn: dueDays,
    totalCents: amounts,
    falls,
    noticeAfter: fc.option(fc.integer({ min: -10, max: 100 })),
    onDay: fc.integer({ min: 0, max: 545 }).map((days) => addDays('2025-01-01', days)),
  })
  .map(({ falls: those, noticeAfter, onDay, ...rest }) => ({
    on: onDay,
    of: aDebt({
      ...rest,
      noticeOn: noticeAfter === null ? null : addDays(rest.dueOn, noticeAfter),
      reductions: those.map(({ after, amountCents }) => ({ on: addDays(rest.dueOn, after), amountCents })),
    }),
  }));

/** The amounts in cents that bear interest on each day. */
const daysOf = (periods: readonly { fromOn: string; days: number; principalCents: number }[]) =>
  periods.flatMap(({ fromOn, days, principalCents }) =>
    Array.from({ length: days }, (_day, at) => [addDays(fromOn, at), principalCents]),
  );

/** The same amounts, computed day by day from the day after the due date; for a consumer, after the formal notice. */
function daysThatOwe({ debtor, dueOn, noticeOn, totalCents, reductions }: Debt, on: string) {
  const days: [string, number][] = [];
  const sinceOn = debtor === 'consumer' && noticeOn !== null && noticeOn > dueOn ? noticeOn : dueOn;
  for (let day = addDays(sinceOn, 1); day <= on; day = addDays(day, 1)) {
    const owed = principalOn(totalCents, reductions, addDays(day, -1));
    if (owed > 0) days.push([day, owed]);
  }
  return days;
}

describe('Late interest, always', () => {
  it('counts each day on whose eve something was owed, and no other, once and within one semester', () => {
    let counted = 0;
    fc.assert(
      fc.property(cases, ({ of, on }) => {
        const result = lateInterest(of, on, SHIPPED);
        if (result.state !== 'owed') return;
        expect(daysOf(result.periods)).toEqual(daysThatOwe(of, on));
        counted += result.periods.length;
        let before = of.dueOn;
        for (const { fromOn, toOn, days, principalCents } of result.periods) {
          expect(fromOn > before && toOn >= fromOn && toOn <= on).toBe(true);
          expect(days).toBe(daysBetween(fromOn, toOn) + 1);
          expect(toOn <= lastDayOf(semesterOf(fromOn))).toBe(true);
          expect(principalCents).toBeGreaterThan(0);
          before = toOn;
        }
      }),
    );
    expect(counted).toBeGreaterThan(0);
  });

  it('is what its periods say, rounded once, and the total is the sum of its parts', () => {
    fc.assert(
      fc.property(cases, ({ of, on }) => {
        const result = lateInterest(of, on, SHIPPED);
        if (result.state !== 'owed') return;
        const exact = result.periods.reduce(
          (sum, { principalCents, days, rate }) => sum + (principalCents * days * rate.basisPoints) / 3_650_000,
          0,
        );
        expect(Math.abs(result.interestCents - exact)).toBeLessThanOrEqual(0.5 + exact * 1e-9);
        expect(result.totalCents).toBe(result.principalCents + result.interestCents + result.lumpSumCents);
      }),
    );
  });

  it('never falls as days go by, and never asks a consumer for a lump sum', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 90 }), ({ of, on }, days) => {
        const first = lateInterest(of, on, SHIPPED);
        const later = lateInterest(of, addDays(on, days), SHIPPED);
        const cents = (one: typeof first) => (one.state === 'owed' ? one.interestCents : 0);
        if (later.state !== 'rate_missing') expect(cents(later)).toBeGreaterThanOrEqual(cents(first));
        if (of.debtor === 'consumer') expect(later.lumpSumCents).toBe(0);
      }),
    );
  });

  it('is less, or the same, for what was paid earlier', () => {
    fc.assert(
      fc.property(cases, amounts, fc.integer({ min: 0, max: 100 }), ({ of, on }, amountCents, after) => {
        const less = { ...of, reductions: [...of.reductions, { on: addDays(of.dueOn, after), amountCents }] };
        const full = lateInterest(of, on, SHIPPED);
        const paid = lateInterest(less, on, SHIPPED);
        if (full.state !== 'owed' || paid.state !== 'owed') return;
        expect(paid.interestCents).toBeLessThanOrEqual(full.interestCents);
      }),
    );
  });
});
