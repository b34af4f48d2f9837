/** Money of a customer that is set against no invoice yet: what is left of a payment or of a credit note. */
export interface FreeMoney {
  kind: 'payment' | 'credit_note';
  /** The identifier in the API: the `external_id` of a payment, the id of a credit note. */
  name: string;
  /** The label: the method or reference of a payment, the number of a credit note. */
  label: string;
  /** The day of the payment, or of issue. */
  on: string;
  /** What is left, integer cents. */
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

/** A credit note has a negative balance: its opposite is what is left. */
export const freeOfCreditNote = (item: Item): FreeMoney => ({
  kind: 'credit_note',
  name: item.id,
  label: item.number,
  on: item.issued_on,
  cents: -item.balance_cents,
  currency: item.currency,
});

/** Whether nothing of a credit note is spent, so that it can be corrected or cancelled. */
export const isUnspent = (item: Pick<Item, 'kind' | 'balance_cents'> & { total_cents: number }): boolean =>
  isFreeCreditNote(item) && -item.balance_cents === item.total_cents;

export const isFreeCreditNote = ({ kind, balance_cents: cents }: Pick<Item, 'kind' | 'balance_cents'>): boolean =>
  kind === 'credit_note' && cents < 0;
