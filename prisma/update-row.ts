import { type Invoice, type Message, Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';

/** The columns that are changed by raw SQL, as values: Prisma's `{ increment: 1 }` means nothing to Postgres. */
interface ChangedRow {
  invoices: Partial<Invoice> & { updatedAt: Date };
  messages: Partial<Message>;
}

/**
 * Changes columns of one row, for what every case does: Prisma needs twice as long to make the statement. Postgres
 * reads the values as the columns' types.
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
