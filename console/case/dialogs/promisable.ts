import { hasEnded, invoiceItem } from '../ended.ts';

/** An invoice as it was read, as far as it decides whether something of it can be promised. */
interface ReadInvoice {
  data: Parameters<typeof invoiceItem>[0];
}

/**
 * The one invoice that a call was about, of which something may be promised. Null when there is none: the call was about several or
 * nothing in particular, or it is over. Undefined while it is being read.
 */
export function promisableOf<Read extends ReadInvoice>(
  invoiceIds: readonly string[],
  { data, isError }: { data: Read | undefined; isError: boolean },
): Read | null | undefined {
  if (invoiceIds.length !== 1) return null;
  if (!data) return isError ? null : undefined;
  return data.data.kind === 'invoice' && !hasEnded(invoiceItem(data.data)) ? data : null;
}
