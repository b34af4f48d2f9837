import type { Semester } from './semester.ts';

/**
 * `ecb`: the ECB's rate for main refinancing operations on the semester's first day. `legal`: the legal rate, "autres
 * cas".
 */
export type RateKind = 'ecb' | 'legal';

/** A published rate, with the source where it was read. */
export interface Rate {
  kind: RateKind;
  semester: Semester;
  /** Hundredths of a percent: 3.15 % is 315. */
  basisPoints: number;
  source: string;
  /** The rate was not read in its official publication. */
  toVerify: boolean;
}

/**
 * The built-in rates. A creditor of consumers is a professional, so the legal rate is the one for "autres cas", never
 * the one for "particuliers". A rate that is not listed here is missing: nothing is computed with the last known one.
 */
const SHIPPED: readonly Rate[] = [
  ecb('2025-H1', 315),
  ecb('2025-H2', 215),
  ecb('2026-H1', 215),
  legal('2024-H2', 492, 'Taux de l’intérêt légal, autres cas, 2e semestre 2024 (Légifiscal)'),
  legal('2025-H1', 371, 'Taux de l’intérêt légal, autres cas, 1er semestre 2025 (Légifiscal)'),
  legal('2025-H2', 276, 'Taux de l’intérêt légal, autres cas, 2e semestre 2025 (Légifiscal)'),
  legal('2026-H1', 262, 'Arrêté du 15 décembre 2025, autres cas (Légifiscal)'),
];

/** Rates by kind and semester. */
export type RateTable = ReadonlyMap<string, Rate>;

/** The built-in rates together with the creditor's own, which replace built-in ones of the same kind and semester. */
export function rateTable(own: readonly Rate[]): RateTable {
  return new Map([...SHIPPED, ...own].map((rate) => [keyOf(rate.kind, rate.semester), rate]));
}

/** The rate of a semester, or undefined. */
export function rateIn(table: RateTable, kind: RateKind, semester: Semester): Rate | undefined {
  return table.get(keyOf(kind, semester));
}

const keyOf = (kind: RateKind, semester: Semester): string => `${kind} ${semester}`;

function ecb(semester: Semester, basisPoints: number): Rate {
  const source = `BCE, opérations principales de refinancement au ${semester.endsWith('H1') ? '1er janvier' : '1er juillet'} ${semester.slice(0, 4)}`;
  return { kind: 'ecb', semester, basisPoints, source, toVerify: true };
}

function legal(semester: Semester, basisPoints: number, source: string): Rate {
  return { kind: 'legal', semester, basisPoints, source, toVerify: false };
}
