import type { DebtorKind } from '../reminder-content.ts';
import { type Rate, rateIn, type RateKind, type RateTable } from './rates.ts';
import type { Semester } from './semester.ts';

/**
 * By which rule a rate is what it is. Between professionals the law's own (`ecb_plus_10`), the creditor's (`contractual`), or
 * the least that such a clause may say (`contractual_floor`); of a public buyer `ecb_plus_8`; of a consumer `legal`.
 */
export type RateRule = 'ecb_plus_10' | 'contractual' | 'contractual_floor' | 'ecb_plus_8' | 'legal';

export interface InterestRate {
  rule: RateRule;
  /** Hundredths of a percent a year. */
  basisPoints: number;
  /** The published rate that it was made from, or held against. */
  published: Rate;
}

/** A published rate that is not in the table. */
export interface MissingRate {
  kind: RateKind;
  semester: Semester;
}

/** Points that the law adds to the ECB's rate (C. com. L441-10 II; CCP R2192-31). */
const PROFESSIONAL_POINTS = 1000;
const PUBLIC_POINTS = 800;
/** A clause may not go below this many times the legal rate (C. com. L441-10 II). */
const FLOOR_TIMES_LEGAL = 3;

/**
 * The rate of a semester. A contractual rate below three times the legal rate is raised to that, so it cannot be used where
 * the legal rate is missing.
 */
export function interestRate(
  debtor: DebtorKind,
  contractualBasisPoints: number | null,
  semester: Semester,
  table: RateTable,
): InterestRate | MissingRate {
  const kind = publishedKind(debtor, contractualBasisPoints);
  const published = rateIn(table, kind, semester);
  if (!published) return { kind, semester };
  const { basisPoints } = published;
  if (debtor === 'consumer') return { rule: 'legal', basisPoints, published };
  if (debtor === 'public') return { rule: 'ecb_plus_8', basisPoints: basisPoints + PUBLIC_POINTS, published };
  if (contractualBasisPoints === null) {
    return { rule: 'ecb_plus_10', basisPoints: basisPoints + PROFESSIONAL_POINTS, published };
  }
  const floor = FLOOR_TIMES_LEGAL * basisPoints;
  if (contractualBasisPoints >= floor) {
    return { rule: 'contractual', basisPoints: contractualBasisPoints, published };
  }
  return { rule: 'contractual_floor', basisPoints: floor, published };
}

function publishedKind(debtor: DebtorKind, contractualBasisPoints: number | null): RateKind {
  if (debtor === 'consumer') return 'legal';
  return debtor === 'professional' && contractualBasisPoints !== null ? 'legal' : 'ecb';
}
