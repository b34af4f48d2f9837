/** What the functions below need of an invoice, an item of an account, or a row of a file. */
interface Item {
  kind: string | undefined;
  /** Null or empty for a credit note. */
  status: string | null | undefined;
}

const ENDED: readonly unknown[] = ['paid', 'cancelled', 'written_off'];

/** Whether the case is over: nothing is claimed any more, even when it was not paid. */
export const hasEnded = ({ status }: Pick<Item, 'status'>): boolean => ENDED.includes(status);

/** Turns an invoice into an item: its status is that of its case. */
export const invoiceItem = (invoice: {
  kind: string;
  days_late: number | null;
  dunning: { status: string | null };
}): Item & { days_late: number | null } => ({ ...invoice, status: invoice.dunning.status });

/** The number of days late. Null when it is not late, or no longer, and for credit notes. */
export function daysLateOf({ days_late: days, ...item }: Item & { days_late: number | null }): number | null {
  return item.kind === 'invoice' && !hasEnded(item) && days !== null && days > 0 ? days : null;
}
