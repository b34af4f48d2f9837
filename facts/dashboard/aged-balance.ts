import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';
import { heldWhere, OPEN } from '../cases/case-status-filter.ts';
import { agesOn } from './ages.ts';

type Sql = Prisma.Sql;

/** What is open, in cents of one currency. The ages cover invoices, including held ones. */
export interface AgedSums {
  currency: string;
  notDueCents: number;
  upTo30Cents: number;
  upTo60Cents: number;
  upTo90Cents: number;
  beyondCents: number;
  /** The part of the ages that is in litigation. */
  litigationCents: number;
  /** What is left of credit notes; negative. */
  creditNotesCents: number;
  /** Money not allocated yet; positive. */
  unallocatedCents: number;
  /** The sum of the ages, less credit notes and unallocated money. */
  totalCents: number;
}

export interface AgedCustomer extends AgedSums {
  id: string;
  name: string;
  erased: boolean;
  reference: string;
  collectorId: string | null;
  collectorName: string | null;
  groupId: string | null;
  groupName: string | null;
  /** Due date of the oldest open invoice, `YYYY-MM-DD` (past or future); null when there is none. */
  oldestDueOn: string | null;
}

/**
 * Whose balances, and on which day. `fitting` is a condition on `customers c`; `currency` null means every currency.
 */
export interface AgedQuery {
  creditorId: string;
  currency: string | null;
  todayOn: string;
  fitting: Sql;
}

/** The orders of the list: the column, and the type in which positions are compared. */
export const AGED_SORTS = {
  name: { column: 'name', type: 'text' },
  total_cents: { column: 'totalCents', type: 'cents' },
  over_90_cents: { column: 'beyondCents', type: 'cents' },
  oldest_due_on: { column: 'oldestDueOn', type: 'date', nullable: true },
} as const;

const POSTGRES_TYPE = { text: Prisma.sql`text`, cents: Prisma.sql`bigint`, date: Prisma.sql`text` };

/** A page in one of those orders. `take` null means all rows; `after` is the last row of the page before. */
export interface AgedPage {
  by: keyof typeof AGED_SORTS;
  descending: boolean;
  take: number | null;
  after: { value: string | number | null; id: string } | null;
}

/** Customers with something open in that currency, and their sums: one statement for every order. */
export async function readAgedCustomers(db: Database, query: AgedQuery, page: AgedPage): Promise<AgedCustomer[]> {
  const { creditorId, fitting } = query;
  const rows = await db.$queryRaw<Counted<AgedCustomer>[]>`${Prisma.raw(PLANNED_ANEW)}
    SELECT aged.*, c.name, c."erasedAt" IS NOT NULL AS erased, c.reference, c."collectorId", u.name AS "collectorName", c."groupId", g.name AS "groupName" FROM (
      SELECT i."customerId" AS id, ${sumsOf(query)} FROM (${itemsOf(query)}) i JOIN customers c ON c.id = i."customerId"
      WHERE c."creditorId" = ${creditorId}::uuid AND ${fitting} GROUP BY i."customerId", i.currency
    ) aged JOIN customers c ON c.id = aged.id
    LEFT JOIN users u ON u.id = c."collectorId" LEFT JOIN customer_groups g ON g.id = c."groupId"
    ${inOrder(page)}`;
  return rows.map(counted);
}

/** The totals over all customers, one row for each currency, with the number of customers. */
export async function readAgedTotals(db: Database, query: AgedQuery): Promise<(AgedSums & { customers: number })[]> {
  const { creditorId, fitting } = query;
  const rows = await db.$queryRaw<Counted<AgedSums & { customers: number }>[]>`${Prisma.raw(PLANNED_ANEW)}
    SELECT count(DISTINCT c.id) AS customers, ${sumsOf(query)}
    FROM (${itemsOf(query)}) i JOIN customers c ON c.id = i."customerId"
    WHERE c."creditorId" = ${creditorId}::uuid AND ${fitting} GROUP BY i.currency ORDER BY i.currency`;
  return rows.map(counted);
}

/** Everything open, item by item: invoices, what is left of credit notes, what is left of payments. */
function itemsOf({ creditorId, currency }: AgedQuery): Sql {
  const none = Prisma.sql`0::bigint`;
  const ours = Prisma.sql`"creditorId" = ${creditorId}::uuid ${currency === null ? Prisma.empty : Prisma.sql`AND currency = ${currency}`}`;
  return Prisma.sql`
    SELECT "customerId", currency, "dueOn", "balanceCents", CASE WHEN ${heldWhere('litigation')} THEN "balanceCents" ELSE 0 END AS "litigationCents",
      ${none} AS "creditNotesCents", ${none} AS "unallocatedCents"
    FROM invoice_listings WHERE ${ours} AND ${OPEN}
    UNION ALL
    SELECT "customerId", currency, NULL, ${none}, ${none}, "balanceCents", ${none}
    FROM invoice_listings WHERE ${ours} AND kind = 'credit_note' AND "balanceCents" < 0
    UNION ALL
    SELECT "customerId", currency, NULL, ${none}, ${none}, ${none}, "unallocatedCents"
    FROM payments WHERE ${ours} AND "unallocatedCents" > 0`;
}

function sumsOf({ todayOn }: AgedQuery): Sql {
  const ages = Object.entries(agesOn(todayOn)).map(
    ([name, where]) =>
      Prisma.sql`COALESCE(sum("balanceCents") FILTER (WHERE ${where}), 0)::bigint AS ${Prisma.raw(`"${name}"`)}`,
  );
  return Prisma.sql`i.currency, ${Prisma.join(ages)}, sum("litigationCents")::bigint AS "litigationCents",
    sum("creditNotesCents")::bigint AS "creditNotesCents", sum("unallocatedCents")::bigint AS "unallocatedCents",
    sum("balanceCents" + "creditNotesCents" - "unallocatedCents")::bigint AS "totalCents", min("dueOn")::text AS "oldestDueOn"`;
}

/** Starts after the page's position; customers without a value come last in both directions. */
function inOrder({ by, descending, take, after }: AgedPage): Sql {
  const { column, type } = AGED_SORTS[by];
  const value = Prisma.raw(column === 'name' ? 'c.name' : `aged."${column}"`);
  const [beyond, direction] = descending ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
  const limit = take === null ? Prisma.empty : Prisma.sql`LIMIT ${take}`;
  return Prisma.sql`WHERE ${after ? further() : Prisma.sql`TRUE`}
    ORDER BY ${value} ${direction} NULLS LAST, aged.id ${direction} ${limit}`;

  function further(): Sql {
    const id = Prisma.sql`${after!.id}::uuid`;
    if (after!.value === null) return Prisma.sql`${value} IS NULL AND aged.id ${beyond} ${id}`;
    return Prisma.sql`((${value}, aged.id) ${beyond} (${after!.value}::${POSTGRES_TYPE[type]}, ${id}) OR ${value} IS NULL)`;
  }
}

type Counted<Row> = { [Name in keyof Row]: number extends Row[Name] ? bigint | number : Row[Name] };

/** Converts the bigints that Postgres returns to numbers. */
const counted = <Row extends object>(row: Counted<Row>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  ) as Row;
