import { daysBetween } from '../../domain/calendar/local-date.ts';
import type { CaseRow } from '../../facts/cases/case-view.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { dunningBody } from './dunning-body.ts';
import type { Reading } from './reading.ts';

const day = (column: Date | null): string | null => (column ? fromDateColumn(column) : null);

/** An invoice or a credit note as the API shows it. */
export function invoiceBody(row: CaseRow, reading: Reading) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    customer: customerOf(row),
    issued_on: fromDateColumn(row.issuedOn),
    due_on: day(row.dueOn),
    days_late: row.dueOn ? daysBetween(fromDateColumn(row.dueOn), reading.todayOn) : null,
    total_cents: row.totalCents,
    paid_cents: row.paidCents,
    credited_cents: row.creditedCents,
    balance_cents: row.balanceCents,
    currency: row.currency,
    case_file: {
      reference: row.caseReference,
      mission: row.mission,
      report_status: row.reportStatus,
      invoice_status: row.invoiceStatus,
      referrer_id: row.referrerId,
      notary_id: row.notaryId,
    },
    invoice_url: row.invoiceUrl,
    payment_url: row.paymentUrl,
    scenario_id: row.scenarioId,
    scenario: row.scenarioVersion?.scenario ?? null,
    initial_level: row.initialLevel,
    initial_level_on: day(row.initialLevelOn),
    last_statement_to_referrer_on: day(row.lastStatementToReferrerOn),
    last_statement_to_notary_on: day(row.lastStatementToNotaryOn),
    last_call_on: day(row.lastCallOn),
    closed_at: row.closedAt?.toISOString() ?? null,
    closed_reason: row.closedReason,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    dunning: dunningBody(row, reading),
  };
}

/** The contact shown is the one that reminders go to first: the contact for recovery, otherwise the first. */
function customerOf({ customer }: CaseRow) {
  const contact = customer.contacts.find(({ recovery }) => recovery) ?? customer.contacts[0];
  return {
    id: customer.id,
    reference: customer.reference,
    name: customer.name,
    kind: customer.kind,
    collector_id: customer.collectorId,
    contact: contact ? { id: contact.id, name: contact.name, email: contact.email, phone: contact.phone } : null,
    erased: customer.erasedAt !== null,
  };
}
