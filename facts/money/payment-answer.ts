import { type AllocationStatus, allocationStatus } from '../../domain/money/balance.ts';
import type { InvoiceRow } from '../invoice-row.ts';

export interface AllocationAnswer {
  invoice_number: string;
  balance_cents: number;
  status: AllocationStatus;
}

/** What posting a payment answers, `handed_over` apart. */
export interface PaymentAnswer {
  id: string;
  allocations: AllocationAnswer[];
  unallocated_cents: number;
}

/** An invoice as a payment's answer shows it: exact at once, whatever the workflow has heard. */
export function allocationAnswer(invoice: InvoiceRow): AllocationAnswer {
  return {
    invoice_number: invoice.number,
    balance_cents: invoice.balanceCents,
    status: allocationStatus(invoice, invoice.closedAs === 'paid'),
  };
}
