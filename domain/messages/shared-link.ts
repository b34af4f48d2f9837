import type { LetterItem } from '../reminder-content.ts';

/**
 * The link that all invoices of a message share. Null when they differ (each row of the table shows its own) or one has
 * none.
 */
export function sharedLink(items: readonly LetterItem[], of: 'paymentUrl' | 'invoiceUrl'): string | null {
  const addresses = new Set(items.filter(({ kind }) => kind === 'invoice').map((item) => item[of] ?? null));
  const [only = null] = addresses;
  return addresses.size === 1 ? only : null;
}
