import type { Debt } from '../../../domain/interest/late-interest.ts';

/** A thousand euros that a professional has owed since 10 January 2026; tests change what they need. */
export function aDebt(change: Partial<Debt> = {}): Debt {
  return {
    debtor: 'professional',
    dueOn: '2026-01-10',
    noticeOn: null,
    totalCents: 100_000,
    reductions: [],
    givenUp: false,
    insolventSinceOn: null,
    currency: 'EUR',
    contractualBasisPoints: null,
    imputation: 'principal_first',
    ...change,
  };
}
