export interface Taking {
  takenCents: number;
  /** What exceeds the balance: it stays unallocated. */
  leftCents: number;
  balanceCents: number;
  /** Nothing remains, or no more than the tolerance, so that the case ends as paid. */
  closes: boolean;
}

/** Sets a payment or credit against a balance: up to the balance, never below zero. */
export function take(balanceCents: number, amountCents: number, toleranceCents: number): Taking {
  const takenCents = Math.min(Math.max(balanceCents, 0), amountCents);
  const remaining = balanceCents - takenCents;
  return {
    takenCents,
    leftCents: amountCents - takenCents,
    balanceCents: remaining,
    closes: remaining <= toleranceCents,
  };
}

export interface AllocationRequest {
  invoiceId: string;
  amountCents: number;
}

export interface AllocationResult extends Taking {
  invoiceId: string;
}

/**
 * Applies a payment's allocations in the order given; the same invoice may be named twice. Throws RangeError when they
 * exceed the payment or name an invoice without a balance: the caller refuses these beforehand.
 */
export function allocate(
  amountCents: number,
  requests: readonly AllocationRequest[],
  balances: ReadonlyMap<string, number>,
  toleranceCents: number,
): { results: AllocationResult[]; unallocatedCents: number } {
  const left = new Map(balances);
  let unallocatedCents = amountCents;
  let requestedCents = 0;
  const results = requests.map(({ invoiceId, amountCents: asked }) => {
    const balanceCents = left.get(invoiceId);
    if (balanceCents === undefined) throw new RangeError('an allocation names an invoice without a balance');
    requestedCents += asked;
    if (requestedCents > amountCents) throw new RangeError('the allocations are more than the payment');
    const taking = take(balanceCents, asked, toleranceCents);
    left.set(invoiceId, taking.balanceCents);
    unallocatedCents -= taking.takenCents;
    return { invoiceId, ...taking };
  });
  return { results, unallocatedCents };
}
