import type { Database } from '../../prisma/client.ts';
import { createInvoices } from '../invoices/create-invoices.ts';
import type { OpenedCase } from '../invoices/store-invoice.ts';
import type { FactContext } from '../outcome.ts';
import { readInvoice } from './record-inputs.ts';
import type { ImportUnit } from './units.ts';

/** Stores at once what of a chunk of invoices is plain and new; `rest` is to be looked at one by one. */
export async function openInBulk(
  db: Database,
  context: FactContext,
  chunk: readonly ImportUnit[],
): Promise<{ opened: OpenedCase[]; rest: ImportUnit[] }> {
  const inputs = chunk.flatMap(({ records }) =>
    records[0]!.unreadable === null ? (readInvoice(records[0]!).input ?? []) : [],
  );
  const opened = await createInvoices(db, context, inputs);
  const numbers = new Set(opened.map(({ number }) => number));
  // A number that stands twice in the file is opened once: the second one is a repetition, or a conflict.
  const rest = chunk.filter(({ records }) => !numbers.delete(records[0]!.cells['number'] ?? ''));
  return { opened, rest };
}
