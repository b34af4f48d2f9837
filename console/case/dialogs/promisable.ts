import { hasEnded, invoiceItem } from '../ended.ts';

/** What `promisableOf` needs of an invoice that was read. */
interface ReadInvoice {
  data: Parameters<typeof invoiceItem>[0];
}

/**
 * The invoice that a call was about, when a promise can be made for it. Null when there is none: the call was about
 * several invoices or about none, it is a credit note, or its case is over. Undefined while it is loading.
 */
export function promisableOf<Read extends ReadInvoice>(
  invoiceIds: readonly string[],
  { data, isError }: { data: Read | undefined; isError: boolean },
): Read | null | undefined {
  if (invoiceIds.length !== 1) return null;
  if (!data) return isError ? null : undefined;
  return data.data.kind === 'invoice' && !hasEnded(invoiceItem(data.data)) ? data : null;
}
