import type { DebtorKind } from '../reminder-content.ts';
import { type Rate, rateIn, type RateKind, type RateTable } from './rates.ts';
import type { Semester } from './semester.ts';

/**
 * The rule that gives a rate. For a professional: the law's own (`ecb_plus_10`), the creditor's contractual rate
 * (`contractual`), or the minimum for such a rate (`contractual_floor`). For a public buyer `ecb_plus_8`; for a
 * consumer `legal`.
 */
export type RateRule = 'ecb_plus_10' | 'contractual' | 'contractual_floor' | 'ecb_plus_8' | 'legal';

export interface InterestRate {
  rule: RateRule;
  /** Hundredths of a percent per year. */
  basisPoints: number;
  /** The published rate from which it is computed, or with which it was compared. */
  published: Rate;
}

/** A published rate that the table lacks. */
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
 * The rate of a semester. A contractual rate below three times the legal rate is raised to that minimum, so it cannot
 * be used when the legal rate is missing.
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
