import { formatAmount } from '../../domain/format/amount.ts';
import { formatShortDate } from '../../domain/format/date.ts';
import { imputationText, interestText, rateText, ruleText } from '../../domain/interest/interest-text.ts';
import type { RateRule } from '../../domain/interest/interest-rate.ts';
import type { InterestPeriod } from '../../domain/interest/period-sum.ts';
import { type Semester, semesterName } from '../../domain/interest/semester.ts';
import type { Language } from '../../domain/reminder-content.ts';
import type { Claim } from '../../facts/exports/litigation-case.ts';
import { lateInterestOf } from '../../facts/interest/late-interest-of.ts';
import type { SummarySection } from '../../letters/case-summary.ts';
import type { ExportContext } from './case-entries.ts';
import { summaryWords } from './summary-words.ts';
import { type Table, tableOf } from './table-text.ts';
import { viewPeriod } from '../invoices/interest-period.ts';

type AsOf = Pick<ExportContext, 'company' | 'reading'>;

/** The total that may be claimed and every period of the interest; where a rate is missing, a sentence that says so. */
export function interestSection(claim: Claim, { company, reading }: AsOf): SummarySection {
  const { debt, result } = lateInterestOf(claim, company, reading.todayOn);
  const { language } = reading;
  const w = summaryWords(language);
  const amount = (cents: number) => formatAmount(cents, claim.currency, language);
  const sentence = { label: '', text: interestText(debt, result, reading.todayOn, language) };
  const principal = { label: w.principal, text: amount(result.principalCents) };
  const lumpSum = { label: w.lumpSum, text: amount(result.lumpSumCents) };
  const parts = [principal, ...(result.lumpSumCents > 0 ? [lumpSum] : [])];
  const rows =
    result.state === 'owed'
      ? [
          ...parts,
          { label: w.lateInterest, text: amount(result.interestCents) },
          { label: w.sum, text: amount(result.totalCents) },
          { label: w.imputation, text: imputationText(debt.imputation, language) },
          ...result.periods.map((period) => ({ label: '', text: periodText(period, amount, language) })),
        ]
      : parts;
  return { title: w.interest, rows: [sentence, ...rows], none: '' };
}

function periodText(
  { fromOn, toOn, days, principalCents, rate }: InterestPeriod,
  amount: (cents: number) => string,
  language: Language,
) {
  const w = summaryWords(language);
  const { source, toVerify } = rate.published;
  const when = w.period(formatShortDate(fromOn), formatShortDate(toOn), days);
  const of = `${w.of(amount(principalCents), rateText(rate.basisPoints, language))}, ${ruleText(rate.rule, language)}`;
  return `${when}${w.colon}${of} – ${source}${toVerify ? ` (${w.toVerify})` : ''}`;
}

/** The interest periods as a table; empty when no interest runs or it cannot be computed. */
export function interestTable(claim: Claim, { company, reading }: AsOf): Table {
  const { result } = lateInterestOf(claim, company, reading.todayOn);
  const headings = {
    from_on: 'Du',
    to_on: 'Au',
    days: 'Jours',
    principal_cents: 'Principal',
    rate_basis_points: 'Taux',
    rule: 'Règle',
    semester: 'Semestre du taux',
    source: 'Source',
    to_verify: 'À vérifier',
  };
  const periods = result.state === 'owed' ? result.periods : [];
  return tableOf(headings, periods.map(viewPeriod), {
    rate_basis_points: (basisPoints) => rateText(Number(basisPoints), 'fr'),
    rule: (rule) => ruleText(rule as RateRule, 'fr'),
    semester: (semester) => semesterName(semester as Semester, 'fr'),
  });
}
