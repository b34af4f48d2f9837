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

interface AccountItem {
  invoice_id: string;
  number: string;
  kind: string;
  due_on: string | null;
  currency: string;
  balance_cents: number;
}

/** What the customer owes besides this invoice that the same payment can pay, in its currency; those due longest first. */
export const owedBeside = (invoice: { id: string; currency: string }, items: readonly AccountItem[]): Owed[] =>
  items
    .filter((item) => item.kind === 'invoice' && item.invoice_id !== invoice.id && item.balance_cents > 0)
    .filter((item) => item.currency === invoice.currency)
    .toSorted((a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? ''))
    .map(({ number, balance_cents: balanceCents }) => ({ number, balanceCents }));
