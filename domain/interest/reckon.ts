import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { InterestRate, MissingRate } from './interest-rate.ts';
import { type Exact, exactly, exactSum, type InterestPeriod, roundedCents } from './period-sum.ts';
import { type PrincipalPeriod, principalOn, principalPeriods, type Reduction } from './principal.ts';

/** What a payment in part pays first: the debt itself, or the interest that has run by then (C. civ. 1343-1). */
export type Imputation = 'principal_first' | 'interest_first';

/** What interest is reckoned from. */
export interface Reckoning {
  totalCents: number;
  reductions: readonly Reduction[];
  /** The first and the last day that bear interest, and that at whose end all of it is told. */
  startsOn: LocalDate;
  lastOn: LocalDate;
  on: LocalDate;
  rateOf: (period: PrincipalPeriod) => InterestRate | MissingRate;
}

export interface Reckoned {
  periods: InterestPeriod[];
  /** What is owed of the debt itself, and of interest beside it. */
  principalCents: number;
  interestCents: number;
  /** What payments have paid of interest. */
  interestPaidCents: number;
  missing: MissingRate[];
}

/** Every payment lowers the debt itself; interest stands beside it until it is claimed, and is rounded once. */
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
 * A payment pays the interest that has run by the end of its day, to the cent, and what it leaves lowers the debt. The lump sum is
 * no interest, and stays beside both.
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
