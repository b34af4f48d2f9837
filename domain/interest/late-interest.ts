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
  /** The day of the formal notice, if there was one: only a consumer's interest needs it. */
  noticeOn: LocalDate | null;
  totalCents: number;
  reductions: readonly Reduction[];
  /** Cancelled or written off: nothing is claimed any more. */
  givenUp: boolean;
  /** The day on which insolvency proceedings were opened, from which they forbid the payment and interest stops; null: none. */
  insolventSinceOn: LocalDate | null;
  /** The lump sum is forty euros, and is added to no other currency. */
  currency: string;
  /** The creditor's own rate between professionals, in hundredths of a percent; null: the law's. */
  contractualBasisPoints: number | null;
  /** What a payment in part pays first. */
  imputation: Imputation;
}

interface Claimed {
  /** What is owed of the debt itself, interest and lump sum apart. */
  principalCents: number;
  lumpSumCents: number;
}

/** What may be claimed besides the debt, or why nothing is. */
export type LateInterest = Claimed &
  (
    | {
        state: 'owed';
        periods: InterestPeriod[];
        /** What is owed of it still. */
        interestCents: number;
        /** What payments have paid of it, where they pay interest first. */
        interestPaidCents: number;
        totalCents: number;
      }
    | { state: 'none'; why: 'not_late' | 'no_formal_notice' | 'notice_of_today' | 'given_up' | 'insolvent' }
    | { state: 'rate_missing'; missing: MissingRate[] }
  );

/** For each invoice that was late, whatever was paid of it since (C. com. D441-5); never of a consumer (CPCE L111-8). */
const LUMP_SUM_CENTS = 4000;

/**
 * Late interest at the end of the day `on`. It runs from the day after the due date, of a consumer from the day after the
 * formal notice; a public buyer's rate is that of the semester in which it began, any other's changes with the semester. Of a
 * professional the judgment that opens insolvency proceedings stops it (C. com. L622-28): from that day on none is owed. Each
 * day counts for a 365th of a year; the sum is rounded once, half a cent up, and where payments pay interest first at each of them. Where
 * a rate is missing nothing is computed.
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

/** The first day that bears interest; null while it needs a formal notice. */
function startOf({ debtor, dueOn, noticeOn }: Debt): LocalDate | null {
  if (debtor !== 'consumer') return addDays(dueOn, 1);
  return noticeOn === null ? null : addDays(latestOf(dueOn, noticeOn), 1);
}

/** The day before the judgment at the latest, which counts from its first hour. */
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

/** Whether the opening of insolvency proceedings forbade the payment on the day on which it was due (C. com. L441-10 II). */
export function wasForbidden({ insolventSinceOn, dueOn }: Debt): boolean {
  return insolventSinceOn !== null && insolventSinceOn <= dueOn;
}

function unique(missing: readonly MissingRate[]): MissingRate[] {
  return [...new Map(missing.map((one) => [`${one.kind} ${one.semester}`, one])).values()];
}
