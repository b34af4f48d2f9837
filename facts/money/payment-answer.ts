import { type AllocationStatus, allocationStatus } from '../../domain/money/balance.ts';
import type { InvoiceRow } from '../invoice-row.ts';

export interface AllocationAnswer {
  invoice_number: string;
  balance_cents: number;
  status: AllocationStatus;
}

/** The answer to posting a payment, without `handed_over`. */
export interface PaymentAnswer {
  id: string;
  allocations: AllocationAnswer[];
  unallocated_cents: number;
}

/** An invoice in the answer about a payment: exact at once, whatever its workflow has heard. */
export function allocationAnswer(invoice: InvoiceRow): AllocationAnswer {
  return {
    invoice_number: invoice.number,
    balance_cents: invoice.balanceCents,
    status: allocationStatus(invoice, invoice.closedAs === 'paid'),
  };
}
