import { Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';

/** The rows that are changed by hand, each as Prisma's own `updateMany` takes it. */
interface ChangedRow {
  invoices: Prisma.InvoiceUncheckedUpdateManyInput & { updatedAt: Date };
  messages: Prisma.MessageUncheckedUpdateManyInput;
}

/**
 * Changes columns of one row, for what every life takes: Prisma needs twice as long to make the statement. Postgres itself reads
 * the values as the columns' types.
 */
export async function updateRow<Table extends keyof ChangedRow>(
  tx: Transaction,
  table: Table,
  id: string,
  row: ChangedRow[Table],
): Promise<void> {
  const columns = Prisma.raw(
    Object.keys(row)
      .map((key) => `"${key}"`)
      .join(', '),
  );
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`UPDATE ${name} SET (${columns}) = (
    SELECT ${columns} FROM jsonb_populate_record(NULL::${name}, ${JSON.stringify(row)}::jsonb)) WHERE id = ${id}::uuid`;
}
