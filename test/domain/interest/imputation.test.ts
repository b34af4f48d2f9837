import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { imputationText, interestText } from '../../../domain/interest/interest-text.ts';
import { type Debt, lateInterest } from '../../../domain/interest/late-interest.ts';
import { exactSum, roundedCents } from '../../../domain/interest/period-sum.ts';
import { rateTable } from '../../../domain/interest/rates.ts';
import { plain } from '../plain.ts';
import { aDebt } from './a-debt.ts';

const SHIPPED = rateTable([]);
const paid = (on: string, amountCents: number) => ({ on, amountCents });

function reckoned(change: Partial<Debt>, on: string, imputation: Debt['imputation'] = 'interest_first') {
  const result = lateInterest(aDebt({ imputation, ...change }), on, SHIPPED);
  if (result.state !== 'owed') throw new Error(`nothing is owed: ${result.state}`);
  return result;
}

describe('A payment in part that pays interest first', () => {
  it('pays what has run by the end of its day, and lowers the debt by the rest alone (C. civ. 1343-1)', () => {
    const year = { dueOn: '2025-01-01', totalCents: 1_000_000, reductions: [paid('2026-01-01', 500_000)] };
    expect(reckoned(year, '2026-01-01')).toMatchObject({
      ...{ interestPaidCents: 126_432, interestCents: 0, principalCents: 626_432 },
      totalCents: 626_432 + 4000,
    });
    expect(reckoned(year, '2026-01-31')).toMatchObject({
      ...{ principalCents: 626_432, interestCents: 6256 },
      periods: [{}, {}, { toOn: '2026-01-01' }, { fromOn: '2026-01-02', principalCents: 626_432, days: 30 }],
    });
    expect(reckoned(year, '2026-01-31', 'principal_first')).toMatchObject({
      ...{ principalCents: 500_000, interestPaidCents: 0, interestCents: 126_432 + 4993 },
    });
  });

  it('pays no more than it is: what it does not reach stays owed beside the whole debt', () => {
    const small = { reductions: [paid('2026-02-09', 500)] };
    expect(reckoned(small, '2026-02-09')).toMatchObject({
      ...{ interestPaidCents: 500, interestCents: 499, principalCents: 100_000 },
    });
    const twice = { reductions: [paid('2026-02-09', 500), paid('2026-02-09', 1000)] };
    expect(reckoned(twice, '2026-02-09')).toMatchObject({
      ...{ interestPaidCents: 999, interestCents: 0, principalCents: 99_499 },
    });
  });

  it('made before any interest runs lowers the debt: by the due date, or before a consumer’s formal notice', () => {
    const early = { reductions: [paid('2026-01-10', 40_000)] };
    expect(reckoned(early, '2026-02-09')).toMatchObject({ principalCents: 60_000, interestPaidCents: 0 });
    const consumer = { debtor: 'consumer', noticeOn: '2026-03-01', reductions: [paid('2026-03-01', 40_000)] } as const;
    expect(reckoned(consumer, '2026-03-31')).toMatchObject({ principalCents: 60_000, interestPaidCents: 0 });
  });

  it('after a judgment that stopped interest pays what had run until then', () => {
    const insolvent = { insolventSinceOn: '2026-02-10', reductions: [paid('2026-03-01', 10_000)] };
    expect(reckoned(insolvent, '2026-06-01')).toMatchObject({
      ...{ interestPaidCents: 999, interestCents: 0, principalCents: 90_999 },
    });
  });

  it('is no remainder that was let go: nobody has paid that', () => {
    const letGo = { reductions: [{ ...paid('2026-02-09', 500), isLetGo: true as const }] };
    expect(reckoned(letGo, '2026-02-09')).toMatchObject({ interestPaidCents: 0, principalCents: 99_500 });
  });

  it('is not reckoned where a rate is missing', () => {
    const of = aDebt({ imputation: 'interest_first', reductions: [paid('2026-02-09', 500)] });
    const missing = [{ kind: 'ecb', semester: '2026-H2' }];
    expect(lateInterest(of, '2026-07-01', SHIPPED)).toMatchObject({ state: 'rate_missing', missing });
  });

  it('is said in the sentence, and which rule it is', () => {
    const debt = aDebt({ imputation: 'interest_first', reductions: [paid('2026-02-09', 500)] });
    const said = (language: 'fr' | 'en') =>
      plain(interestText(debt, lateInterest(debt, '2026-02-09', SHIPPED), '2026-02-09', language));
    expect(said('fr')).toMatch(/: 4,99 €\. Les règlements reçus en ont déjà payé 5,00 € \(C\. civ\. 1343-1\)\. Indem/);
    expect(said('en')).toMatch(/: €4\.99\. The payments received have paid €5\.00 of it already .* Lump sum/);
    expect(imputationText('interest_first', 'fr')).toContain('d’abord sur les intérêts (C. civ. 1343-1)');
    expect(imputationText('principal_first', 'fr')).toContain('d’abord sur le principal');
    expect(imputationText('interest_first', 'en')).toContain('the interest first');
  });
});

describe('Whatever pays first', () => {
  const falls = fc.array(
    fc.record({ after: fc.integer({ min: -20, max: 400 }), share: fc.integer({ min: 1, max: 20 }) }),
    {
      maxLength: 5,
    },
  );
  const debts = fc.record({ totalCents: fc.integer({ min: 100, max: 1_000_000_000 }), falls, days: fc.nat(450) });

  it('nothing is lost: what is owed and what was paid are the debt and all the interest that ran', () => {
    fc.assert(
      fc.property(debts, ({ totalCents, falls: those, days }) => {
        const dueOn = '2025-01-15';
        const reductions = those.map(({ after, share }) =>
          paid(addDays(dueOn, after), Math.floor((totalCents * share) / 100)),
        );
        const on = addDays(dueOn, days + 1);
        const of = { dueOn, totalCents, reductions };
        const paidCents = reductions.reduce((sum, one) => (one.on <= on ? sum + one.amountCents : sum), 0);
        const result = reckoned(of, on);
        const ranCents = roundedCents(exactSum(result.periods));
        const left = result.principalCents + result.interestCents + paidCents - totalCents - ranCents;
        if (result.principalCents > 0) expect(Math.abs(left)).toBeLessThanOrEqual(reductions.length + 1);
        // The debtor does not owe less because of it.
        const other = reckoned(of, on, 'principal_first');
        expect(result.totalCents).toBeGreaterThanOrEqual(other.totalCents - reductions.length - 1);
        if (reductions.length === 0) expect(result).toEqual(other);
      }),
    );
  });
});
