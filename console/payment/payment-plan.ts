import { type Owed, sharePayment } from '../case/dialogs/share-payment.ts';
import { planOf, proposedShares, type TypedShares } from './typed-shares.ts';

/** Puts the invoice of the case in which the money is entered first. It is shown before the others are loaded. */
export function owedFrom(first: Owed | null, others: readonly Owed[] | undefined): Owed[] | undefined {
  if (!first) return others && [...others];
  return [first, ...(others ?? []).filter(({ number }) => number !== first.number)];
}

interface Entered {
  cents: number;
  /** In the order in which the money is proposed to be shared. */
  owed: readonly Owed[];
  /** When the payment is entered in a case: its invoice, which takes all the money unless it is shared. */
  first: Owed | null;
  isShared: boolean;
  /** What the user typed instead of the proposal. */
  typed: TypedShares | null;
}

/**
 * What each invoice takes of a payment, and what stays unallocated. A payment that is entered for a customer and not
 * shared stays unallocated.
 */
export function paymentPlan({ cents, owed, first, isShared, typed }: Entered) {
  if (!isShared) return { wanted: {}, ...sharePayment(cents, first ? [first] : []), isTooMuch: false };
  const wanted = typed ?? proposedShares(cents, owed);
  return { wanted, ...planOf(cents, owed, wanted) };
}
