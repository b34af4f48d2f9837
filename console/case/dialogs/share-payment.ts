/** The part of a payment that goes to one invoice, and what then remains due on it. */
export interface PaymentShare {
  number: string;
  cents: number;
  restCents: number;
}

export interface Owed {
  number: string;
  balanceCents: number;
  /** Adjacent invoices with the same age share in proportion. Without an age an invoice shares with no other. */
  age?: string;
  /** Local day; null or absent when it is not known. */
  dueOn?: string | null;
  /** The invoice was written off, and still takes money. */
  isWrittenOff?: true;
}

/** Fills the invoices in order. Those of the same age share in proportion to their balances. */
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

/** Groups adjacent invoices of the same age. */
function byAge(owed: readonly Owed[]): Owed[][] {
  const groups: Owed[][] = [];
  for (const one of owed) {
    const last = groups.at(-1);
    if (last && one.age !== undefined && last[0]?.age === one.age) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Splits `cents` in proportion to the balances, exact to the cent and never above a balance. */
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
 * What the customer owes in this currency, in the order of C. civ. 1342-10 for a debtor who named no debt: by due date
 * and then issue date, the oldest first. Invoices of the same age share in proportion.
 */
export const owedIn = (currency: string, items: readonly AccountItem[]): Owed[] =>
  items
    .filter((item) => item.kind === 'invoice' && item.balance_cents > 0 && item.currency === currency)
    .map(({ number, balance_cents: balanceCents, ...item }) => ({
      number,
      balanceCents,
      dueOn: item.due_on,
      age: ageOf(item),
    }))
    .toSorted((a, b) => a.age.localeCompare(b.age) || a.number.localeCompare(b.number));

/** Sort key: the due date, then the issue date. */
const ageOf = ({ due_on, issued_on }: Pick<AccountItem, 'due_on' | 'issued_on'>): string =>
  `${due_on ?? ''} ${issued_on}`;
