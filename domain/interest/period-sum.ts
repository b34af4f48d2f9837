import type { InterestRate } from './interest-rate.ts';
import type { PrincipalPeriod } from './principal.ts';

/** Consecutive days with one principal at one rate. */
export interface InterestPeriod extends PrincipalPeriod {
  rate: InterestRate;
}

const DAYS_OF_YEAR = 365n;
const WHOLE = 10_000n;
const YEAR = DAYS_OF_YEAR * WHOLE;

/**
 * Interest before rounding, in cents × days of a year × 10,000. A bigint, because it may exceed what a number holds
 * exactly.
 */
export type Exact = bigint;

export function exactSum(periods: readonly InterestPeriod[]): Exact {
  const parts = periods.map(
    ({ principalCents, days, rate }) => BigInt(principalCents) * BigInt(days) * BigInt(rate.basisPoints),
  );
  return parts.reduce((left, right) => left + right, 0n);
}

export const exactly = (cents: number): Exact => BigInt(cents) * YEAR;

/** Rounds to whole cents, half a cent up. */
export const roundedCents = (sum: Exact): number => Number((2n * sum + YEAR) / (2n * YEAR));
