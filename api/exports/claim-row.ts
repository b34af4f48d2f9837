import { daysBetween } from '../../domain/calendar/local-date.ts';
import { interestText } from '../../domain/interest/interest-text.ts';
import { type Claim, litigationOf } from '../../facts/exports/litigation-case.ts';
import { type InterestSettings, lateInterestOf } from '../../facts/interest/late-interest-of.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { csvLine, flatten } from '../frame/csv.ts';
import type { Reading } from '../invoices/reading.ts';

/**
 * A claim as a row of the list of claims, with the interest and costs that may be claimed on that day; its sentence is in
 * `language`.
 */
export function claimRow(
  claim: Claim,
  { company, reading }: { company: InterestSettings; reading: Pick<Reading, 'todayOn' | 'language'> },
  folder: string,
) {
  const { customer } = claim;
  const { todayOn, language } = reading;
  const contact = customer.contacts.find(({ recovery }) => recovery) ?? customer.contacts[0];
  const hold = litigationOf(claim);
  const { debt, result } = lateInterestOf(claim, company, todayOn);
  return {
    number: claim.number,
    customer_reference: customer.reference,
    customer_name: customer.name,
    customer_kind: customer.kind,
    address: customer.addressLines.join(', '),
    postal_code: customer.postalCode,
    city: customer.city,
    country: customer.country,
    contact_name: contact?.name ?? null,
    contact_email: contact?.email ?? null,
    contact_phone: contact?.phone ?? null,
    case_reference: claim.caseReference,
    mission: claim.mission,
    issued_on: fromDateColumn(claim.issuedOn),
    due_on: claim.dueOn ? fromDateColumn(claim.dueOn) : null,
    days_late: claim.dueOn ? daysBetween(fromDateColumn(claim.dueOn), todayOn) : null,
    currency: claim.currency,
    total_cents: claim.totalCents,
    paid_cents: claim.paidCents,
    credited_cents: claim.creditedCents,
    balance_cents: claim.balanceCents,
    late_interest_cents: result.state === 'owed' ? result.interestCents : result.state === 'none' ? 0 : null,
    lump_sum_cents: result.lumpSumCents,
    late_interest_text: interestText(debt, result, todayOn, language),
    claimed_principal_cents: result.principalCents,
    level: claim.level,
    litigation_since_at: hold?.sinceAt.toISOString() ?? null,
    litigation_reason: hold?.reason ?? null,
    last_call_on: claim.lastCallOn ? fromDateColumn(claim.lastCallOn) : null,
    invoice_url: claim.invoiceUrl,
    collector: customer.collector?.name ?? null,
    folder,
  };
}

/** The columns of the list of claims, also when there are no rows. */
export const CLAIM_COLUMNS = [
  'number',
  'customer_reference',
  'customer_name',
  'customer_kind',
  'address',
  'postal_code',
  'city',
  'country',
  'contact_name',
  'contact_email',
  'contact_phone',
  'case_reference',
  'mission',
  'issued_on',
  'due_on',
  'days_late',
  'currency',
  'total_cents',
  'paid_cents',
  'credited_cents',
  'balance_cents',
  'late_interest_cents',
  'lump_sum_cents',
  'late_interest_text',
  'claimed_principal_cents',
  'level',
  'litigation_since_at',
  'litigation_reason',
  'last_call_on',
  'invoice_url',
  'collector',
  'folder',
] as const satisfies readonly (keyof ReturnType<typeof claimRow>)[];

/** A table as CSV, header included, with no cell that a spreadsheet would take for a formula. */
export function csvOf(columns: readonly string[], rows: readonly Record<string, unknown>[]): string {
  return [csvLine(columns), ...rows.map((row) => csvRow(columns, row))].join('');
}

export function csvRow(columns: readonly string[], row: Record<string, unknown>): string {
  const cells = flatten(row);
  return csvLine(columns.map((column) => cells[column] ?? ''));
}
