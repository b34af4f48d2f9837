import { type Owed, sharePayment } from '../case/dialogs/share-payment.ts';
import { planOf, proposedShares, type TypedShares } from './typed-shares.ts';

/** The invoice from whose case the money is entered goes first; it stands there before the others are known. */
export function owedFrom(first: Owed | null, others: readonly Owed[] | undefined): Owed[] | undefined {
  if (!first) return others && [...others];
  return [first, ...(others ?? []).filter(({ number }) => number !== first.number)];
}

interface Entered {
  cents: number;
  /** In the order in which the money is proposed for them. */
  owed: readonly Owed[];
  /** Of a case: it alone takes the money, unless it is shared. */
  first: Owed | null;
  isShared: boolean;
  /** What a person typed instead of the proposal. */
  typed: TypedShares | null;
}

/** What each invoice takes of money that comes, and what stays free. Of a customer, money that is not shared stays free. */
export function paymentPlan({ cents, owed, first, isShared, typed }: Entered) {
  if (!isShared) return { wanted: {}, ...sharePayment(cents, first ? [first] : []), isTooMuch: false };
  const wanted = typed ?? proposedShares(cents, owed);
  return { wanted, ...planOf(cents, owed, wanted) };
}
