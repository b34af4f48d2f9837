/** What of a payment goes to one invoice, and what remains due on it then. */
export interface PaymentShare {
  number: string;
  cents: number;
  restCents: number;
}

export interface Owed {
  number: string;
  balanceCents: number;
  /** Neighbours of the same age share in proportion; one without is on its own. */
  age?: string;
  /** It was written off, and takes money all the same. */
  isWrittenOff?: true;
}

/** Fills the invoices in their order, those of one age in proportion to what each owes. */
export function sharePayment(cents: number, owed: readonly Owed[]): { shares: PaymentShare[]; leftCents: number } {
  let leftCents = cents;
  const shares: PaymentShare[] = [];
  for (const alike of byAge(owed)) {
    const parts = inProportion(
      leftCents,
      alike.map(({ balanceCents }) => balanceCents),
    );
    for (const [index, { number, balanceCents }] of alike.entries()) {
      const share = parts[index] ?? 0;
      if (share <= 0) continue;
      leftCents -= share;
      shares.push({ number, cents: share, restCents: balanceCents - share });
    }
  }
  return { shares, leftCents };
}

/** Neighbours of one age together. */
function byAge(owed: readonly Owed[]): Owed[][] {
  const groups: Owed[][] = [];
  for (const one of owed) {
    const last = groups.at(-1);
    if (last && one.age !== undefined && last[0]?.age === one.age) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Parts `cents` to the cent, and gives nobody more than his balance. */
function inProportion(cents: number, balances: readonly number[]): number[] {
  const total = balances.reduce((sum, balance) => sum + balance, 0);
  if (cents >= total) return [...balances];
  let upTo = 0;
  let given = 0;
  return balances.map((balance) => {
    upTo += balance;
    const part = Math.round((cents / total) * upTo) - given;
    given += part;
    return part;
  });
}

interface AccountItem {
  number: string;
  kind: string;
  issued_on: string;
  due_on: string | null;
  currency: string;
  balance_cents: number;
}

/**
 * What the customer owes in this currency, in the order of C. civ. 1342-10 for a debtor who named no debt: those due before those
 * still to come, the oldest first, and of one day in proportion.
 */
export const owedIn = (currency: string, items: readonly AccountItem[]): Owed[] =>
  items
    .filter((item) => item.kind === 'invoice' && item.balance_cents > 0 && item.currency === currency)
    .map(({ number, balance_cents: balanceCents, ...item }) => ({ number, balanceCents, age: ageOf(item) }))
    .toSorted((a, b) => a.age.localeCompare(b.age) || a.number.localeCompare(b.number));

/** One that fell due earlier is older; of two of one day that issued earlier. */
const ageOf = ({ due_on, issued_on }: Pick<AccountItem, 'due_on' | 'issued_on'>): string =>
  `${due_on ?? ''} ${issued_on}`;
