/** Money of a customer that no invoice has taken yet: what is left of a payment or of a credit note. */
export interface FreeMoney {
  kind: 'payment' | 'credit_note';
  /** How the API names it: a payment's `external_id`, a credit note's id. */
  name: string;
  /** How people do: the means or the reference of a payment, the number of a credit note. */
  label: string;
  /** The day that it came, or was issued. */
  on: string;
  /** What is left of it, integer cents. */
  cents: number;
  currency: string;
}

interface Payment {
  external_id: string;
  method: string | null;
  paid_on: string;
  currency: string;
  unallocated_cents: number;
}

export const freeOfPayment = (payment: Payment): FreeMoney => ({
  kind: 'payment',
  name: payment.external_id,
  label: payment.method ?? payment.external_id,
  on: payment.paid_on,
  cents: payment.unallocated_cents,
  currency: payment.currency,
});

interface Item {
  kind: string;
  id: string;
  number: string;
  issued_on: string;
  currency: string;
  balance_cents: number;
}

/** A credit note's balance is negative: what is left of it. */
export const freeOfCreditNote = (item: Item): FreeMoney => ({
  kind: 'credit_note',
  name: item.id,
  label: item.number,
  on: item.issued_on,
  cents: -item.balance_cents,
  currency: item.currency,
});

/** A credit note of which nothing is spent: its amount can be put right, and it can be cancelled. */
export const isUnspent = (item: Pick<Item, 'kind' | 'balance_cents'> & { total_cents: number }): boolean =>
  isFreeCreditNote(item) && -item.balance_cents === item.total_cents;

export const isFreeCreditNote = ({ kind, balance_cents: cents }: Pick<Item, 'kind' | 'balance_cents'>): boolean =>
  kind === 'credit_note' && cents < 0;
