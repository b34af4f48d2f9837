import { formatAmount } from '../../domain/format/amount.ts';
import { formatShortDate } from '../../domain/format/date.ts';
import { imputationText, interestText, rateText, ruleText } from '../../domain/interest/interest-text.ts';
import type { RateRule } from '../../domain/interest/interest-rate.ts';
import type { InterestPeriod } from '../../domain/interest/period-sum.ts';
import { type Semester, semesterName } from '../../domain/interest/semester.ts';
import type { Claim } from '../../facts/exports/litigation-case.ts';
import { lateInterestOf } from '../../facts/interest/late-interest-of.ts';
import type { SummarySection } from '../../letters/case-summary.ts';
import type { ExportContext } from './case-entries.ts';
import { type Table, tableOf } from './table-text.ts';
import { viewPeriod } from '../invoices/interest-period.ts';

type AsOf = Pick<ExportContext, 'company' | 'reading'>;

/** What may be claimed in all, and every period the interest comes from; where a rate is missing, a sentence that says so. */
export function interestSection(claim: Claim, { company, reading }: AsOf): SummarySection {
  const { debt, result } = lateInterestOf(claim, company, reading.todayOn);
  const amount = (cents: number) => formatAmount(cents, claim.currency, 'fr');
  const sentence = { label: '', text: interestText(debt, result, reading.todayOn, 'fr') };
  const principal = { label: 'Principal', text: amount(result.principalCents) };
  const lumpSum = { label: 'Indemnité', text: amount(result.lumpSumCents) };
  const parts = [principal, ...(result.lumpSumCents > 0 ? [lumpSum] : [])];
  const rows =
    result.state === 'owed'
      ? [
          ...parts,
          { label: 'Intérêts', text: amount(result.interestCents) },
          { label: 'Total', text: amount(result.totalCents) },
          { label: 'Imputation', text: imputationText(debt.imputation, 'fr') },
          ...result.periods.map((period) => ({ label: '', text: periodText(period, amount) })),
        ]
      : parts;
  return { title: 'Décompte', rows: [sentence, ...rows], none: '' };
}

function periodText({ fromOn, toOn, days, principalCents, rate }: InterestPeriod, amount: (cents: number) => string) {
  const { source, toVerify } = rate.published;
  const when = `du ${formatShortDate(fromOn)} au ${formatShortDate(toOn)}, ${days}\u00a0jour${days > 1 ? 's' : ''}`;
  const of = `${amount(principalCents)} à ${rateText(rate.basisPoints, 'fr')}, ${ruleText(rate.rule, 'fr')}`;
  return `${when}\u00a0: ${of} – ${source}${toVerify ? ' (à vérifier)' : ''}`;
}

/** The periods as a table; empty where nothing runs or nothing is computed. */
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
