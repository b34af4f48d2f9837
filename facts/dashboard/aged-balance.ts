import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';
import { heldWhere, OPEN } from '../cases/case-status-filter.ts';
import { agesOn } from './ages.ts';

type Sql = Prisma.Sql;

/** What stands open, in cents of one currency. The ages are of invoices; held ones count, and are in one of them. */
export interface AgedSums {
  currency: string;
  notDueCents: number;
  upTo30Cents: number;
  upTo60Cents: number;
  upTo90Cents: number;
  beyondCents: number;
  /** Of the ages: what is in litigation. */
  litigationCents: number;
  /** What is left of credit notes, negative. */
  creditNotesCents: number;
  /** Money that is set against nothing yet, positive. */
  unallocatedCents: number;
  /** The ages, less both. */
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
  /** Local date (`YYYY-MM-DD`) since or until which the oldest invoice is due; null when there is none. */
  oldestDueOn: string | null;
}

/** Whose, and on which day. `fitting`: a condition on `customers c`. `currency`: null for each. */
export interface AgedQuery {
  creditorId: string;
  currency: string | null;
  todayOn: string;
  fitting: Sql;
}

/** The orders of the list, each with what it compares a position as. */
export const AGED_SORTS = {
  name: { column: 'name', type: 'text' },
  total_cents: { column: 'totalCents', type: 'cents' },
  over_90_cents: { column: 'beyondCents', type: 'cents' },
  oldest_due_on: { column: 'oldestDueOn', type: 'date', nullable: true },
} as const;

const POSTGRES_TYPE = { text: Prisma.sql`text`, cents: Prisma.sql`bigint`, date: Prisma.sql`text` };

/** A page in one of those orders. `take`: null for all. `after`: the last row of the page before. */
export interface AgedPage {
  by: keyof typeof AGED_SORTS;
  descending: boolean;
  take: number | null;
  after: { value: string | number | null; id: string } | null;
}

/** Customers of whom something is open in that currency, with what it is: one statement, whatever the order. */
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

/** What stands open of all of them together, one line for each currency, and of how many customers. */
export async function readAgedTotals(db: Database, query: AgedQuery): Promise<(AgedSums & { customers: number })[]> {
  const { creditorId, fitting } = query;
  const rows = await db.$queryRaw<Counted<AgedSums & { customers: number }>[]>`${Prisma.raw(PLANNED_ANEW)}
    SELECT count(DISTINCT c.id) AS customers, ${sumsOf(query)}
    FROM (${itemsOf(query)}) i JOIN customers c ON c.id = i."customerId"
    WHERE c."creditorId" = ${creditorId}::uuid AND ${fitting} GROUP BY i.currency ORDER BY i.currency`;
  return rows.map(counted);
}

/** All that is open, item by item: invoices, what is left of credit notes, what is left of payments. */
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

/** From the position on; who has no value comes last in both directions. */
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

/** Postgres counts in bigint. */
const counted = <Row extends object>(row: Counted<Row>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  ) as Row;
