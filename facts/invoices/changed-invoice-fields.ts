import { fromDateColumn } from '../../prisma/dates.ts';
import type { InvoiceChange } from '../inputs/invoice.ts';
import type { InvoiceRow } from '../invoice-row.ts';

/**
 * The fields of a change, by their JSON names (`case_file` field by field), whose value differs from the stored one.
 */
export function changedInvoiceFields(invoice: InvoiceRow, input: InvoiceChange): string[] {
  const { case_file: file, ...plain } = input;
  const stored: Record<string, unknown> = {
    due_on: invoice.dueOn ? fromDateColumn(invoice.dueOn) : null,
    total_cents: invoice.totalCents,
    invoice_url: invoice.invoiceUrl,
    payment_url: invoice.paymentUrl,
    scenario_id: invoice.scenarioId,
    reference: invoice.caseReference,
    mission: invoice.mission,
    report_status: invoice.reportStatus,
    invoice_status: invoice.invoiceStatus,
    referrer_id: invoice.referrerId,
    notary_id: invoice.notaryId,
  };
  return Object.entries({ ...plain, ...file })
    .filter(([field, value]) => value !== undefined && value !== stored[field])
    .map(([field]) => field);
}
