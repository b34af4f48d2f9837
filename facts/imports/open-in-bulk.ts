import type { Database } from '../../prisma/client.ts';
import { createInvoices } from '../invoices/create-invoices.ts';
import type { OpenedCase } from '../invoices/store-invoice.ts';
import type { FactContext } from '../outcome.ts';
import { readInvoice } from './record-inputs.ts';
import type { ImportUnit } from './units.ts';

/** Stores together the plain new invoices of a chunk; the units in `rest` must be stored one by one. */
export async function openInBulk(
  db: Database,
  context: FactContext,
  chunk: readonly ImportUnit[],
): Promise<{ opened: OpenedCase[]; rest: ImportUnit[] }> {
  const seen = new Set<string>();
  const twice = new Set(chunk.map(numberOf).filter((number) => seen.size === seen.add(number).size));
  // A number that occurs twice is stored one by one, in the order of the file: the second one is a repetition or a
  // conflict.
  const once = chunk.filter((unit) => !twice.has(numberOf(unit)));
  const inputs = once.flatMap(({ records, fault }) =>
    records[0]!.unreadable === null && !fault ? (readInvoice(records[0]!).input ?? []) : [],
  );
  const opened = await createInvoices(db, context, inputs);
  const numbers = new Set(opened.map(({ number }) => number));
  const rest = chunk.filter((unit) => !numbers.has(numberOf(unit)));
  return { opened, rest };
}

const numberOf = ({ records }: ImportUnit): string => records[0]!.cells['number'] ?? '';
