import { type Owed, sharePayment } from '../case/dialogs/share-payment.ts';

/** What the user wants to set against each invoice, by its number. Null for an empty field. */
export type TypedShares = Readonly<Record<string, number | null>>;

/** The legal distribution of `cents` among invoices in this order. */
export const proposedShares = (cents: number, owed: readonly Owed[]): TypedShares =>
  Object.fromEntries(sharePayment(cents, owed).shares.map((share) => [share.number, share.cents]));

/** The number of fields shown at first. Fields that the proposal reaches are shown too. */
const SHOWN = 8;

/** Whether the field of this invoice is shown. A field that was emptied to be typed again stays. */
export const isShown = (typed: TypedShares, number: string, index: number): boolean =>
  index < SHOWN || typed[number] !== undefined;

interface Planned {
  shares: { number: string; cents: number; restCents: number }[];
  /** What stays unallocated. Negative when more is shared than there is. */
  leftCents: number;
  /** A share is above the balance of its invoice, or the sum is above the money available. */
  isTooMuch: boolean;
}

/** The result for `cents` when each invoice takes what was typed for it. */
export function planOf(cents: number, owed: readonly Owed[], typed: TypedShares): Planned {
  const shares = owed.flatMap(({ number, balanceCents }) => {
    const share = typed[number] ?? 0;
    return share > 0 ? [{ number, cents: share, restCents: balanceCents - share }] : [];
  });
  const leftCents = shares.reduce((left, share) => left - share.cents, cents);
  return { shares, leftCents, isTooMuch: leftCents < 0 || shares.some(({ restCents }) => restCents < 0) };
}
