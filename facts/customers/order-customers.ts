import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';

type Order = 'name' | 'reference' | 'created_at' | 'balance_cents' | 'overdue_cents';

/** A page of customers in one of their orders. `take`: null for all. `after`: the last row of the page before. */
export interface CustomerPage {
  by: Order;
  descending: boolean;
  take: number | null;
  after: { value: string | number; id: string } | null;
}

/** The SQL value of each order, and the type to which a page's position is cast. */
const ORDERS: Record<Order, { value: Prisma.Sql; type: Prisma.Sql }> = {
  name: { value: Prisma.sql`c.name`, type: Prisma.sql`text` },
  reference: { value: Prisma.sql`c.reference`, type: Prisma.sql`text` },
  created_at: { value: Prisma.sql`c."createdAt"`, type: Prisma.sql`timestamptz` },
  balance_cents: { value: Prisma.sql`COALESCE(owed.cents, 0)::bigint`, type: Prisma.sql`bigint` },
  overdue_cents: { value: Prisma.sql`COALESCE(owed.cents, 0)::bigint`, type: Prisma.sql`bigint` },
};

/**
 * The ids of a page, each with the value it is ordered by. What a customer owes is not stored: for those orders it is
 * summed up for all customers in Postgres, and only the page is returned. `fitting` is a condition on `customers c`.
 */
export async function orderCustomers(
  db: Database,
  creditorId: string,
  fitting: Prisma.Sql,
  moment: { currency: string; todayOn: string },
  { by, descending, take, after }: CustomerPage,
): Promise<{ id: string; value: string | number }[]> {
  const { value, type } = ORDERS[by];
  const [beyond, direction] = descending ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
  const position = after
    ? Prisma.sql`AND (${value}, c.id) ${beyond} (${after.value}::${type}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string; value: string | bigint | Date }[]>`${Prisma.raw(PLANNED_ANEW)}
    SELECT c.id, ${value} AS value FROM customers c ${owedIn(by, creditorId, moment)}
    WHERE c."creditorId" = ${creditorId}::uuid AND ${fitting} ${position}
    ORDER BY ${value} ${direction}, c.id ${direction}
    ${take === null ? Prisma.empty : Prisma.sql`LIMIT ${take}`}`;
  return rows.map((row) => ({ id: row.id, value: plain(row.value) }));
}

const plain = (value: string | bigint | Date): string | number =>
  typeof value === 'bigint' ? Number(value) : value instanceof Date ? value.toISOString() : value;

function owedIn(by: Order, creditorId: string, { currency, todayOn }: { currency: string; todayOn: string }) {
  if (by !== 'balance_cents' && by !== 'overdue_cents') return Prisma.empty;
  const overdue =
    by === 'overdue_cents' ? Prisma.sql`AND kind = 'invoice' AND "dueOn" < ${todayOn}::date` : Prisma.empty;
  return Prisma.sql`LEFT JOIN (
    SELECT "customerId", sum("balanceCents") AS cents FROM invoices
    WHERE "creditorId" = ${creditorId}::uuid AND currency = ${currency} AND "closedAs" IS NULL ${overdue} GROUP BY 1
  ) owed ON owed."customerId" = c.id`;
}
