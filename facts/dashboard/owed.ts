import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { OPEN } from '../cases/case-status-filter.ts';
import { agesOn } from './ages.ts';

/** Whose figures: one creditor's, in one currency, for one collector's customers or for all. */
export interface DashboardQuery {
  creditorId: string;
  currency: string;
  collectorId: string | null;
  /** Today's date in the creditor's time zone. */
  todayOn: string;
}

/** What is owed by invoices at one level; amounts in cents. `overdue`: due before today. */
export interface OwedAtLevel {
  level: number;
  dueCents: number;
  overdueCents: number;
  overdueCount: number;
  notDueCents: number;
  upTo30Cents: number;
  upTo60Cents: number;
  upTo90Cents: number;
  beyondCents: number;
}

type Counted = { [Name in keyof OwedAtLevel]: bigint | number };

/** Open invoices by the level they have reached and by age, in one pass over the listings. */
export async function readOwed(db: Database, query: DashboardQuery): Promise<OwedAtLevel[]> {
  const { todayOn } = query;
  const today = Prisma.sql`${todayOn}::date`;
  const sum = (where: Prisma.Sql) => Prisma.sql`COALESCE(sum("balanceCents") FILTER (WHERE ${where}), 0)::bigint`;
  const ages = agesOn(todayOn);
  const rows = await db.$queryRaw<Counted[]>`
    SELECT "level",
      ${sum(Prisma.sql`"dueOn" <= ${today}`)} AS "dueCents",
      ${sum(Prisma.sql`"dueOn" < ${today}`)} AS "overdueCents",
      count(*) FILTER (WHERE "dueOn" < ${today})::int AS "overdueCount",
      ${sum(ages.notDueCents)} AS "notDueCents", ${sum(ages.upTo30Cents)} AS "upTo30Cents",
      ${sum(ages.upTo60Cents)} AS "upTo60Cents", ${sum(ages.upTo90Cents)} AS "upTo90Cents",
      ${sum(ages.beyondCents)} AS "beyondCents"
    FROM invoice_listings WHERE ${listed(query)} GROUP BY "level"`;
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as unknown as OwedAtLevel,
  );
}

/** Counts customers with at least one invoice that was due before today. */
export async function countLateCustomers(db: Database, query: DashboardQuery): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT "customerId" FROM invoice_listings
      WHERE ${listed(query)} AND "dueOn" < ${query.todayOn}::date GROUP BY "customerId"
    ) late`;
  return row?.count ?? 0;
}

function listed({ creditorId, currency, collectorId }: DashboardQuery): Prisma.Sql {
  const ofCollector = collectorId === null ? Prisma.sql`true` : Prisma.sql`"collectorId" = ${collectorId}::uuid`;
  return Prisma.sql`"creditorId" = ${creditorId}::uuid AND ${OPEN} AND currency = ${currency} AND ${ofCollector}`;
}
