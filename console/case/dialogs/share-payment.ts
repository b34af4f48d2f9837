/** What of a payment goes to one invoice, and what remains due on it then. */
export interface PaymentShare {
  number: string;
  cents: number;
  restCents: number;
}

export interface Owed {
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
  issued_on: string;
  due_on: string | null;
  currency: string;
  balance_cents: number;
}

/**
 * What the customer owes in this currency, in the order of C. civ. 1342-10 for a debtor who named no debt: those due before those
 * still to come, the oldest first.
 */
export const owedIn = (currency: string, items: readonly AccountItem[]): Owed[] =>
  items
    .filter((item) => item.kind === 'invoice' && item.balance_cents > 0 && item.currency === currency)
    .toSorted((a, b) => ageOf(a).localeCompare(ageOf(b)))
    .map(({ number, balance_cents: balanceCents }) => ({ number, balanceCents }));

/** One that fell due earlier is older; of two of one day that issued earlier, or with the lower number. */
const ageOf = ({ due_on, issued_on, number }: AccountItem): string => `${due_on ?? ''} ${issued_on} ${number}`;
