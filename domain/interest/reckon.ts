import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { InterestRate, MissingRate } from './interest-rate.ts';
import { type Exact, exactly, exactSum, type InterestPeriod, roundedCents } from './period-sum.ts';
import { type PrincipalPeriod, principalOn, principalPeriods, type Reduction } from './principal.ts';

/** What a partial payment pays first: the principal, or the interest accrued by then (C. civ. 1343-1). */
export type Imputation = 'principal_first' | 'interest_first';

/** The input of the interest calculation. */
export interface Reckoning {
  totalCents: number;
  reductions: readonly Reduction[];
  /** The first and the last day that bear interest, and the day at whose end the result is stated. */
  startsOn: LocalDate;
  lastOn: LocalDate;
  on: LocalDate;
  rateOf: (period: PrincipalPeriod) => InterestRate | MissingRate;
}

export interface Reckoned {
  periods: InterestPeriod[];
  /** The principal still owed, and the interest owed in addition. */
  principalCents: number;
  interestCents: number;
  /** Interest already paid by payments. */
  interestPaidCents: number;
  missing: MissingRate[];
}

/** Every payment lowers the principal; interest is added separately and rounded once. */
export function principalFirst({ totalCents, reductions, startsOn, lastOn, on, rateOf }: Reckoning): Reckoned {
  const { periods, missing } = rated(principalPeriods(totalCents, reductions, startsOn, lastOn), rateOf);
  return {
    periods,
    missing,
    principalCents: principalOn(totalCents, reductions, on),
    interestCents: roundedCents(exactSum(periods)),
    interestPaidCents: 0,
  };
}

/**
 * A payment first pays the interest accrued by the end of its day, to the cent; the rest lowers the principal. The lump
 * sum is not interest and is not affected.
 */
export function interestFirst({ totalCents, reductions, startsOn, lastOn, on, rateOf }: Reckoning): Reckoned {
  const periods: InterestPeriod[] = [];
  const missing: MissingRate[] = [];
  let principalCents = principalOn(totalCents, reductions, addDays(startsOn, -1));
  let interestPaidCents = 0;
  let owed: Exact = 0n;
  let fromOn = startsOn;
  const run = (toOn: LocalDate) => {
    if (fromOn > toOn) return;
    const ran = rated(principalPeriods(principalCents, [], fromOn, toOn), rateOf);
    periods.push(...ran.periods);
    missing.push(...ran.missing);
    owed += exactSum(ran.periods);
    fromOn = addDays(toOn, 1);
  };
  const paid = reductions.filter((one) => one.on >= startsOn && one.on <= on);
  for (const one of paid.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    run(one.on < lastOn ? one.on : lastOn);
    const runCents = roundedCents(owed);
    const toInterestCents = one.isLetGo ? 0 : Math.min(one.amountCents, runCents);
    owed = toInterestCents === runCents ? 0n : owed - exactly(toInterestCents);
    interestPaidCents += toInterestCents;
    principalCents = Math.max(0, principalCents - (one.amountCents - toInterestCents));
  }
  run(lastOn);
  return { periods, missing, principalCents, interestCents: roundedCents(owed), interestPaidCents };
}

function rated(periods: readonly PrincipalPeriod[], rateOf: Reckoning['rateOf']) {
  const all = periods.map((period) => ({ ...period, rate: rateOf(period) }));
  return {
    periods: all.filter((period): period is InterestPeriod => 'rule' in period.rate),
    missing: all.flatMap(({ rate }) => ('rule' in rate ? [] : [rate])),
  };
}
