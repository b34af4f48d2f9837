import { type Cells, listed } from '../table/sheet.ts';

/** The sentence for each part, with amounts in the payment's currency. */
export interface WentWords {
  reversed: (reason: string) => string;
  share: (number: string, cents: number) => string;
  refunded: (cents: number, paidOn: string) => string;
}

interface Spent {
  reversal: { reason: string } | null;
  allocations: readonly { invoice_id: string; invoice_number: string; amount_cents: number }[];
  refunds: readonly { amount_cents: number; paid_on: string; cancelled: object | null }[];
}

/** What became of a payment, part by part. `invoiceId`: the case that the part is about. */
export function whereItWent({ reversal, allocations, refunds }: Spent, say: WentWords) {
  if (reversal) return [{ text: say.reversed(reversal.reason), invoiceId: null }];
  return [
    ...allocations.map(({ invoice_id: invoiceId, invoice_number: number, amount_cents: cents }) => ({
      text: say.share(number, cents),
      invoiceId,
    })),
    // A cancelled refund did not take place.
    ...refunds
      .filter(({ cancelled }) => cancelled === null)
      .map(({ amount_cents: cents, paid_on: on }) => ({ text: say.refunded(cents, on), invoiceId: null })),
  ];
}

/** What became of a payment in the API's CSV, in one cell. */
export function whereItWentInSheet(cells: Cells, say: WentWords): string {
  const reason = cells['reversal_reason'];
  const spent: Spent = {
    reversal: cells['reversal_reversed_at'] ? { reason: reason ?? '' } : null,
    allocations: listed(cells['allocations']).map((one) => ({
      invoice_id: String(one['invoice_id']),
      invoice_number: String(one['invoice_number']),
      amount_cents: Number(one['amount_cents']),
    })),
    refunds: listed(cells['refunds']).map((one) => ({
      amount_cents: Number(one['amount_cents']),
      paid_on: String(one['paid_on']),
      cancelled: one['cancelled'] ? {} : null,
    })),
  };
  return whereItWent(spent, say)
    .map(({ text }) => text)
    .join(', ');
}
