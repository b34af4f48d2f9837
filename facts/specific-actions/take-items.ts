import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import { refuseErased } from '../customers/refuse-erased.ts';
import type { FactContext } from '../outcome.ts';
import { caseClosed, FactRefused } from '../refused.ts';

/**
 * The chosen invoices of a customer, read under the lock, in the order given; an id given twice counts once. Refuses
 * another customer's invoices, credit notes, closed cases and an erased customer.
 */
export async function takeItems(
  tx: Transaction,
  context: FactContext,
  customerId: string,
  invoiceIds: readonly string[],
) {
  const ids = [...new Set(invoiceIds)];
  const rows = await tx.invoice.findMany({
    where: { id: { in: ids }, creditorId: context.creditorId, customerId },
    include: { holds: HOLDS_IN_FORCE },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const faults = ids.flatMap((id) => {
    const pointer = `/invoice_ids/${invoiceIds.indexOf(id)}`;
    const row = byId.get(id);
    if (!row)
      return [
        { pointer, detail: 'The customer has no such invoice.', fix: 'Choose among the invoices of one customer.' },
      ];
    if (row.kind === 'credit_note')
      return [{ pointer, detail: 'A credit note has no ladder.', fix: 'Choose invoices only.' }];
    return [];
  });
  if (faults[0]) throw new FactRefused('invalid', 'unknown_invoice', faults[0].detail, faults);
  const items = ids.map((id) => byId.get(id)!);
  if (items.some((item) => item.closedAs !== null)) throw caseClosed();
  await refuseErased(tx, customerId);
  return items;
}

export type TakenItem = Awaited<ReturnType<typeof takeItems>>[number];
