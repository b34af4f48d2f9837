import type { ImportKind } from '../../prisma/generated/enums.ts';
import type { FileRecord } from './read-file.ts';

/** What is stored in one transaction: one record, or all the records of a payment. */
export interface ImportUnit {
  records: FileRecord[];
  /** Units with the same key are stored one after another, in the order of the file. */
  orderKey: string;
  /** A reason why the unit cannot be stored, known beforehand. */
  fault?: { code: string; detail: string };
}

/** Groups a file's records into units; a payment takes the place of its first record. */
export function toUnits(kind: ImportKind, records: readonly FileRecord[]): ImportUnit[] {
  if (kind !== 'payments') {
    const keyColumn = kind === 'invoices' ? 'customer_reference' : 'reference';
    return records.map((record) => ({
      records: [record],
      orderKey: record.cells[keyColumn] ?? `line ${String(record.line)}`,
    }));
  }
  const units = new Map<string, ImportUnit>();
  for (const record of records) {
    const orderKey = record.cells['external_id'] ?? `line ${String(record.line)}`;
    const unit = units.get(orderKey) ?? { records: [], orderKey };
    unit.records.push(record);
    units.set(orderKey, unit);
  }
  return [...units.values()];
}
