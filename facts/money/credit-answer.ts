import type { InvoiceRow } from '../invoice-row.ts';
import { allocationAnswer, type AllocationAnswer } from './payment-answer.ts';

/** A credit note after it was set against invoices: `balance_cents` is negative, what is left of the credit. */
export interface CreditAnswer {
  id: string;
  number: string;
  balance_cents: number;
  allocations: AllocationAnswer[];
}

/** The answer to posting or allocating a credit, without `handed_over`. */
export function creditAnswer(note: InvoiceRow, debts: readonly InvoiceRow[]): CreditAnswer {
  return {
    id: note.id,
    number: note.number,
    balance_cents: note.balanceCents,
    allocations: debts.map(allocationAnswer),
  };
}
