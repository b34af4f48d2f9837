/** What is asked of an invoice or an item of an account, here and in the cells of a file. */
interface Item {
  kind: string | undefined;
  /** Null or empty of a credit note. */
  status: string | null | undefined;
}

const ENDED: readonly unknown[] = ['paid', 'cancelled', 'written_off'];

/** Whether the case is over: nothing of it is asked for any more, whatever was not paid. */
export const hasEnded = ({ status }: Pick<Item, 'status'>): boolean => ENDED.includes(status);

/** An invoice as an item: its status is its case's. */
export const invoiceItem = (invoice: {
  kind: string;
  days_late: number | null;
  dunning: { status: string | null };
}): Item & { days_late: number | null } => ({ ...invoice, status: invoice.dunning.status });

/** For how many days it has been late; null of what is not, or no more, and of credit notes, which nobody is late with. */
export function daysLateOf({ days_late: days, ...item }: Item & { days_late: number | null }): number | null {
  return item.kind === 'invoice' && !hasEnded(item) && days !== null && days > 0 ? days : null;
}
