/** What of a payment goes to one invoice, and what remains due on it then. */
export interface PaymentShare {
  number: string;
  cents: number;
  restCents: number;
}

interface Owed {
  number: string;
  balanceCents: number;
}

/** Fills the invoices in their order. */
export function sharePayment(cents: number, owed: readonly Owed[]): { shares: PaymentShare[]; leftCents: number } {
  let leftCents = cents;
  const shares: PaymentShare[] = [];
  for (const { number, balanceCents } of owed) {
    const share = Math.min(leftCents, balanceCents);
    if (share <= 0) continue;
    leftCents -= share;
    shares.push({ number, cents: share, restCents: balanceCents - share });
  }
  return { shares, leftCents };
}
