import { Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';

/** The rows that can be written together, by table; each as Prisma's own `createMany` takes it. */
export interface NewRows {
  invoices?: readonly WithUpdatedAt<Prisma.InvoiceCreateManyInput>[];
  step_records?: readonly Prisma.StepRecordCreateManyInput[];
  actions?: readonly Prisma.ActionCreateManyInput[];
  action_invoices?: readonly Prisma.ActionInvoiceCreateManyInput[];
  open_steps?: readonly Prisma.OpenStepCreateManyInput[];
  history?: readonly Prisma.HistoryEntryCreateManyInput[];
  messages?: readonly Prisma.MessageCreateManyInput[];
  message_items?: readonly Prisma.MessageItemCreateManyInput[];
}

/** Prisma's client sets `updatedAt`; Postgres does not. */
type WithUpdatedAt<Row> = Row & { updatedAt: Date };

/**
 * Writes rows of several tables in one statement: for what every case does (a new invoice, its plan, its messages) the
 * round trips are the cost. All rows of a table have the same columns; absent columns take Postgres's defaults. Foreign
 * keys are checked at the end of the statement, so that the order of the tables does not matter.
 */
export async function insertRows(tx: Transaction, rows: NewRows): Promise<void> {
  const inserts = Object.entries(rows as Record<string, readonly object[]>)
    .filter(([, list]) => list.length > 0)
    .map(([table, list]) => insertInto(table, list));
  const last = inserts.pop();
  if (!last) return;
  const before = inserts.map((insert, index) => Prisma.sql`${Prisma.raw(`"rows${String(index)}"`)} AS (${insert})`);
  await tx.$executeRaw(before.length === 0 ? last : Prisma.sql`WITH ${Prisma.join(before)} ${last}`);
}

/** Postgres reads the values as the columns' types. */
function insertInto(table: string, rows: readonly object[]) {
  const keys = Object.keys(rows[0]!);
  const isAlike = rows.every((row) => Object.keys(row).length === keys.length && keys.every((key) => key in row));
  if (!isAlike) throw new Error(`rows of ${table} have different columns`);
  const columns = Prisma.raw(keys.map((key) => `"${key}"`).join(', '));
  const name = Prisma.raw(`"${table}"`);
  return Prisma.sql`INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`;
}
