import type { InterestPeriod } from '../../domain/interest/period-sum.ts';

/**
 * A period of late interest under the names of the API and the litigation export, with everything needed to check its
 * amount.
 */
export function viewPeriod({ fromOn, toOn, days, principalCents, rate }: InterestPeriod) {
  const { semester, source, toVerify } = rate.published;
  return {
    from_on: fromOn,
    to_on: toOn,
    days,
    principal_cents: principalCents,
    rate_basis_points: rate.basisPoints,
    rule: rate.rule,
    semester,
    source,
    to_verify: toVerify,
  };
}
