import { addDays, latestOf, type LocalDate } from '../calendar/local-date.ts';
import type { DebtorKind } from '../reminder-content.ts';
import { interestRate, type MissingRate } from './interest-rate.ts';
import type { InterestPeriod } from './period-sum.ts';
import { type PrincipalPeriod, principalOn, type Reduction } from './principal.ts';
import type { RateTable } from './rates.ts';
import { type Imputation, interestFirst, principalFirst } from './reckon.ts';
import { semesterOf } from './semester.ts';

/** What late interest depends on. Amounts are cents of one currency. */
export interface Debt {
  debtor: DebtorKind;
  dueOn: LocalDate;
  /** The day of the formal notice, or null; only a consumer's interest depends on it. */
  noticeOn: LocalDate | null;
  totalCents: number;
  reductions: readonly Reduction[];
  /** Cancelled or written off: nothing is claimed any more. */
  givenUp: boolean;
  /**
   * The day on which insolvency proceedings were opened; from then on they forbid the payment and interest stops. Null
   * when there are none.
   */
  insolventSinceOn: LocalDate | null;
  /** ISO 4217. The lump sum is forty euros, and is not added to a debt in another currency. */
  currency: string;
  /** The creditor's contractual rate for professionals, in hundredths of a percent; null for the rate of the law. */
  contractualBasisPoints: number | null;
  /** What a partial payment pays first. */
  imputation: Imputation;
}

interface Claimed {
  /** The principal still owed, without interest and lump sum. */
  principalCents: number;
  lumpSumCents: number;
}

/** What may be claimed in addition to the debt, or why nothing is. */
export type LateInterest = Claimed &
  (
    | {
        state: 'owed';
        periods: InterestPeriod[];
        /** Interest still owed. */
        interestCents: number;
        /** Interest already paid, where payments pay interest first. */
        interestPaidCents: number;
        totalCents: number;
      }
    | { state: 'none'; why: 'not_late' | 'no_formal_notice' | 'notice_of_today' | 'given_up' | 'insolvent' }
    | { state: 'rate_missing'; missing: MissingRate[] }
  );

/** For each invoice that was late, whatever was paid since (C. com. D441-5); never for a consumer (CPCE L111-8). */
const LUMP_SUM_CENTS = 4000;

/**
 * Late interest at the end of the day `on`. It runs from the day after the due date; for a consumer, from the day after
 * the formal notice. A public buyer's rate is that of the semester in which interest began; all other rates change with
 * the semester. For a professional, the judgment that opens insolvency proceedings stops interest from that day on (C.
 * com. L622-28). Each day counts as a 365th of a year. The sum is rounded once, half a cent up; where payments pay
 * interest first, it is also rounded at each payment. When a rate is missing, nothing is computed.
 */
export function lateInterest(debt: Debt, on: LocalDate, table: RateTable): LateInterest {
  const principalCents = debt.givenUp ? 0 : principalOn(debt.totalCents, debt.reductions, on);
  if (debt.givenUp) return { state: 'none', why: 'given_up', principalCents, lumpSumCents: 0 };
  const wasLate = on > debt.dueOn && principalOn(debt.totalCents, debt.reductions, debt.dueOn) > 0;
  const claimed = { principalCents, lumpSumCents: wasLate ? lumpSum(debt) : 0 };
  if (!wasLate) return { state: 'none', why: 'not_late', ...claimed };
  const startsOn = startOf(debt);
  if (startsOn === null || startsOn > on) {
    const why = debt.noticeOn === on ? 'notice_of_today' : 'no_formal_notice';
    return { state: 'none', why, ...claimed };
  }
  const lastOn = lastDayOfInterest(debt, on);
  if (startsOn > lastOn) return { state: 'none', why: 'insolvent', ...claimed };
  const rateFor = (period: PrincipalPeriod) => rateOf(debt, period, startsOn, table);
  const reckon = debt.imputation === 'interest_first' ? interestFirst : principalFirst;
  const { missing, ...reckoned } = reckon({ ...debt, startsOn, lastOn, on, rateOf: rateFor });
  if (missing.length > 0) return { state: 'rate_missing', missing: unique(missing), ...claimed };
  const totalCents = reckoned.principalCents + reckoned.interestCents + claimed.lumpSumCents;
  return { state: 'owed', ...claimed, ...reckoned, totalCents };
}

/** The first day that bears interest; null for a consumer without a formal notice. */
function startOf({ debtor, dueOn, noticeOn }: Debt): LocalDate | null {
  if (debtor !== 'consumer') return addDays(dueOn, 1);
  return noticeOn === null ? null : addDays(latestOf(dueOn, noticeOn), 1);
}

/**
 * The last day that bears interest: at the latest the day before the judgment, which takes effect at the start of its
 * day.
 */
function lastDayOfInterest({ debtor, insolventSinceOn }: Debt, on: LocalDate): LocalDate {
  if (debtor !== 'professional' || insolventSinceOn === null) return on;
  const before = addDays(insolventSinceOn, -1);
  return before < on ? before : on;
}

function rateOf(debt: Debt, period: PrincipalPeriod, startsOn: LocalDate, table: RateTable) {
  const semester = semesterOf(debt.debtor === 'public' ? startsOn : period.fromOn);
  return interestRate(debt.debtor, debt.contractualBasisPoints, semester, table);
}

function lumpSum(debt: Debt): number {
  return debt.debtor === 'consumer' || wasForbidden(debt) || debt.currency !== 'EUR' ? 0 : LUMP_SUM_CENTS;
}

/** Whether insolvency proceedings already forbade the payment on its due date (C. com. L441-10 II). */
export function wasForbidden({ insolventSinceOn, dueOn }: Debt): boolean {
  return insolventSinceOn !== null && insolventSinceOn <= dueOn;
}

function unique(missing: readonly MissingRate[]): MissingRate[] {
  return [...new Map(missing.map((one) => [`${one.kind} ${one.semester}`, one])).values()];
}
