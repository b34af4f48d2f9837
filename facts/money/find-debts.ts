import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { type Fault, FactRefused } from '../refused.ts';

/** An invoice named by its number. `pointer` is where the input names it. */
export interface NamedDebt {
  pointer: string;
  number: string;
}

/**
 * Finds the invoices that money is for. Refuses unknown numbers, credit notes and other currencies, each with a
 * pointer. Runs before the lock, so only what never changes (customer, currency) may be relied on.
 */
export async function findDebts(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  named: readonly NamedDebt[],
  currency: string,
) {
  const found = await tx.invoice.findMany({
    where: { creditorId: context.creditorId, number: { in: named.map(({ number }) => number) } },
    select: { id: true, number: true, customerId: true, currency: true, kind: true },
  });
  const byNumber = new Map(found.map((row) => [row.number, row]));
  const faults = named.flatMap(({ pointer, number }): Fault[] => {
    const row = byNumber.get(number);
    if (!row) return [{ pointer, detail: `There is no invoice ${number}.`, fix: 'Give the number of an invoice.' }];
    if (row.kind === 'credit_note')
      return [{ pointer, detail: `${number} is a credit note.`, fix: 'Give the number of an invoice.' }];
    if (row.currency !== currency)
      return [{ pointer, detail: `${number} is in ${row.currency}.`, fix: `Allocate to an invoice in ${currency}.` }];
    return [];
  });
  if (faults.length > 0) {
    const allUnknown = faults.every(
      ({ pointer }) => !byNumber.has(named.find((one) => one.pointer === pointer)!.number),
    );
    const code = allUnknown ? 'unknown_invoice' : 'not_allocatable';
    throw new FactRefused('invalid', code, 'The money cannot be allocated so; nothing was stored.', faults);
  }
  return byNumber;
}
