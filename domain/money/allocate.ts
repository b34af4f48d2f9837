/** What an invoice has left to pay, and whether the case is over. */
export interface Debt {
  totalCents: number;
  balanceCents: number;
}

export interface Taking {
  takenCents: number;
  /** What the balance could not take: it stays unallocated. */
  leftCents: number;
  balanceCents: number;
  /** Nothing remains, or no more than the tolerance: the case ends as paid. */
  closes: boolean;
}

/** Sets a payment or a credit of `amountCents` against a balance: up to the balance, never below zero. */
export function take(_balanceCents: number, _amountCents: number, _toleranceCents: number): Taking {
  throw new Error('not written yet');
}

export interface AllocationRequest {
  invoiceId: string;
  amountCents: number;
}

export interface AllocationResult extends Taking {
  invoiceId: string;
}

/**
 * Takes a payment's allocations in the order given; the same invoice may be named twice. Throws RangeError when they are
 * more than the payment, or name an invoice without a balance: the caller refuses those beforehand.
 */
export function allocate(
  _amountCents: number,
  _requests: readonly AllocationRequest[],
  _balances: ReadonlyMap<string, number>,
  _toleranceCents: number,
): { results: AllocationResult[]; unallocatedCents: number } {
  throw new Error('not written yet');
}

export type AllocationStatus = 'open' | 'partly_paid' | 'paid';

/** API.md's `allocations[].status`; `paid` when the case is closed as paid, a remainder within the tolerance included. */
export function allocationStatus(_debt: Debt, _closedAsPaid: boolean): AllocationStatus {
  throw new Error('not written yet');
}

/** The balance after a payment's `takenCents` came back, never above the total. */
export function giveBack(_debt: Debt, _takenCents: number): number {
  throw new Error('not written yet');
}
