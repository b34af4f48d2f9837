import { z } from 'zod';
import { imputationText, interestText, ruleText } from '../../domain/interest/interest-text.ts';
import { INTEREST_SETTINGS, lateInterestOf, readForInterest } from '../../facts/interest/late-interest-of.ts';
import { localDate } from '../../facts/inputs/fields.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { conflicting, notHere } from '../frame/problem.ts';
import { languageQuery, type Reading, readingOf } from './reading.ts';
import { viewPeriod } from './interest-period.ts';

const DESCRIPTION = [
  'For who works the case, never for the debtor’s letters. Between professionals the ECB’s rate and 10 points or the settings’',
  '`late_penalty_basis_points`, from the day after `due_on`; of a public buyer the ECB’s and 8 points of the semester in which it',
  'began; of a consumer nothing before a formal notice by letter, then the legal rate. Every period is there to check the sum by,',
  'which is rounded once. Where a published rate is missing nothing is computed: `state` is `rate_missing`, `missing` names the',
  'rates, and `interest_cents` and `total_cents` are null; add the rates to the settings’ `interest_rates`. 409 for a credit note.',
].join(' ');

const period = z.object({
  from_on: z.iso.date(),
  to_on: z.iso.date(),
  days: z.int(),
  principal_cents: z.int(),
  rate_basis_points: z.int().meta({ description: 'Hundredths of a percent a year.' }),
  rule: z.enum(['ecb_plus_10', 'contractual', 'contractual_floor', 'ecb_plus_8', 'legal']),
  rule_text: z.string(),
  semester: z.string().meta({ description: 'The half-year of the published rate, e.g. `2026-H1`.' }),
  source: z.string(),
  to_verify: z.boolean().meta({ description: 'True when the rate was not checked against its official publication.' }),
});

const lateInterestBody = z
  .object({
    invoice_id: z.string(),
    on: z.iso.date(),
    currency: z.string(),
    state: z.enum(['owed', 'none', 'rate_missing']),
    sentence: z.string(),
    notice_on: z.iso.date().nullable().meta({ description: 'The day of the first formal notice by letter.' }),
    principal_cents: z.int(),
    interest_cents: z.int().nullable().meta({ description: 'The interest that is still owed.' }),
    interest_paid_cents: z
      .int()
      .meta({ description: 'The interest that payments have covered, when the setting is `interest_first`.' }),
    imputation: z
      .enum(['principal_first', 'interest_first'])
      .meta({ description: 'The value of the setting `payment_imputation`.' }),
    imputation_text: z.string(),
    lump_sum_cents: z.int(),
    total_cents: z.int().nullable(),
    periods: z.array(period),
    missing: z.array(z.object({ kind: z.enum(['ecb', 'legal']), semester: z.string() })),
  })
  .meta({ id: 'LateInterest' });

export const getLateInterestEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/invoices/{id}/late-interest',
  tag: 'Invoices',
  summary: 'Calculate late interest and the lump sum of €40 at the end of a day, with every period they come from',
  description: DESCRIPTION,
  who: ['collector'],
  params: idParams,
  query: z.strictObject({ on: localDate.optional(), language: languageQuery }),
  answers: { 200: lateInterestBody },
  refusals: [409],
  handle: async (request) => {
    const { params, query, auth, context } = request;
    const reading = readingOf(request);
    const [row, settings] = await Promise.all([
      readForInterest(context.db, params.id),
      context.db.settings.findUniqueOrThrow({ where: { creditorId: auth.creditorId }, select: INTEREST_SETTINGS }),
    ]);
    if (!row) throw notHere();
    if (row.kind === 'credit_note') throw conflicting('not_an_invoice', 'A credit note bears no interest.');
    const on = query.on ?? reading.todayOn;
    return ok(view(row, lateInterestOf(row, settings, on), on, reading));
  },
});

function view(
  row: { id: string; currency: string },
  { debt, result }: ReturnType<typeof lateInterestOf>,
  on: string,
  { language }: Reading,
): z.output<typeof lateInterestBody> {
  const isOwed = result.state === 'owed';
  const isKnown = result.state !== 'rate_missing';
  return {
    invoice_id: row.id,
    on,
    currency: row.currency,
    state: result.state,
    sentence: interestText(debt, result, on, language),
    notice_on: debt.noticeOn,
    principal_cents: result.principalCents,
    interest_cents: isOwed ? result.interestCents : isKnown ? 0 : null,
    interest_paid_cents: isOwed ? result.interestPaidCents : 0,
    imputation: debt.imputation,
    imputation_text: imputationText(debt.imputation, language),
    lump_sum_cents: result.lumpSumCents,
    total_cents: isOwed ? result.totalCents : isKnown ? result.principalCents + result.lumpSumCents : null,
    periods: isOwed
      ? result.periods.map((one) => ({ ...viewPeriod(one), rule_text: ruleText(one.rate.rule, language) }))
      : [],
    missing: isKnown ? [] : result.missing,
  };
}
