/** What an invoice was billed at, and what was paid and credited on it. */
export interface InvoiceSums {
  totalCents: number;
  paidCents: number;
  creditedCents: number;
}

/** What is left to pay. Zero when more was paid than the total, as after a correction of the total. */
export function balanceOf({ totalCents, paidCents, creditedCents }: InvoiceSums): number {
  return Math.max(0, totalCents - paidCents - creditedCents);
}

/** The sums after `takenCents` of a payment were taken back. */
export function withoutPayment(sums: InvoiceSums, takenCents: number): InvoiceSums {
  return { ...sums, paidCents: Math.max(0, sums.paidCents - takenCents) };
}

/** The sums after `takenCents` of a credit note were taken off again. */
export function withoutCredit(sums: InvoiceSums, takenCents: number): InvoiceSums {
  return { ...sums, creditedCents: Math.max(0, sums.creditedCents - takenCents) };
}

/**
 * Whether a case ends as paid: nothing is left, or something came and no more than the tolerance is left. An invoice on
 * which nothing was paid or credited is owed, however small.
 */
export function isSettled(sums: InvoiceSums, toleranceCents: number): boolean {
  const balanceCents = balanceOf(sums);
  return balanceCents === 0 || (sums.paidCents + sums.creditedCents > 0 && balanceCents <= toleranceCents);
}

/** Whether unallocated money would end the case if it were set against it. */
export const covers = (freeCents: number, balanceCents: number, toleranceCents: number): boolean =>
  freeCents > 0 && freeCents >= balanceCents - toleranceCents;

export type AllocationStatus = 'open' | 'partly_paid' | 'paid';

/** `allocations[].status` in the API. Also `paid` when the case was closed with a remainder within the tolerance. */
export function allocationStatus(sums: InvoiceSums, closedAsPaid: boolean): AllocationStatus {
  if (closedAsPaid || balanceOf(sums) === 0) return 'paid';
  return sums.paidCents + sums.creditedCents > 0 ? 'partly_paid' : 'open';
}
