import type { Transaction } from '../../prisma/client.ts';
import { type Fault, FactRefused } from '../refused.ts';

/** Refuses invoices that are not the customer's, with a pointer to each. */
export async function checkInvoicesOf(
  tx: Transaction,
  customerId: string,
  invoiceIds: readonly string[],
): Promise<void> {
  const found = await tx.invoice.findMany({ where: { customerId, id: { in: [...invoiceIds] } }, select: { id: true } });
  const known = new Set(found.map(({ id }) => id));
  const faults = invoiceIds.flatMap((id, index): Fault[] => {
    if (known.has(id)) return [];
    const detail = 'The customer has no such invoice.';
    return [{ pointer: `/invoice_ids/${index}`, detail, fix: 'Give the id of one of his invoices.' }];
  });
  if (faults.length > 0) throw new FactRefused('invalid', 'unknown_invoice', faults[0]!.detail, faults);
}

/** The invoices, or `[null]` (the customer as a whole) when none is named. */
export const eachOf = (invoiceIds: readonly string[]): (string | null)[] =>
  invoiceIds.length === 0 ? [null] : [...invoiceIds];
