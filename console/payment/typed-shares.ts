import { type Owed, sharePayment } from '../case/dialogs/share-payment.ts';

/** What a person wants to be set against an invoice, by its number; null: nothing yet. */
export type TypedShares = Readonly<Record<string, number | null>>;

/** As the law shares `cents` among invoices in this order. */
export const proposedShares = (cents: number, owed: readonly Owed[]): TypedShares =>
  Object.fromEntries(sharePayment(cents, owed).shares.map((share) => [share.number, share.cents]));

/** So many fields are drawn at first: those that the proposal reaches, and a few more. */
const SHOWN = 8;

/** Whether the field of this invoice is drawn; one that was cleared to be typed anew stays. */
export const isShown = (typed: TypedShares, number: string, index: number): boolean =>
  index < SHOWN || typed[number] !== undefined;

interface Planned {
  shares: { number: string; cents: number; restCents: number }[];
  /** What stays free; below zero when more is shared out than there is. */
  leftCents: number;
  /** Something is more than its invoice owes, or all is more than there is. */
  isTooMuch: boolean;
}

/** What becomes of `cents` when each invoice takes what was typed for it. */
export function planOf(cents: number, owed: readonly Owed[], typed: TypedShares): Planned {
  const shares = owed.flatMap(({ number, balanceCents }) => {
    const share = typed[number] ?? 0;
    return share > 0 ? [{ number, cents: share, restCents: balanceCents - share }] : [];
  });
  const leftCents = shares.reduce((left, share) => left - share.cents, cents);
  return { shares, leftCents, isTooMuch: leftCents < 0 || shares.some(({ restCents }) => restCents < 0) };
}
