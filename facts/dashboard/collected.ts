import { addDays } from '../../domain/calendar/local-date.ts';
import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { DashboardQuery } from './owed.ts';

/** The DSO compares the receivables with what was billed in this many days. */
const DSO_DAYS = 90;
/** How far back money counts as recovered. */
const RECOVERED_DAYS = 365;

const ofCollector = ({ collectorId }: DashboardQuery): Prisma.Sql =>
  collectorId === null ? Prisma.sql`true` : Prisma.sql`c."collectorId" = ${collectorId}::uuid`;

/**
 * Days of sales outstanding: what is owed today over what was billed in the last 90 days (both less credit notes),
 * times 90. Null when nothing was billed.
 */
export async function readDso(db: Database, query: DashboardQuery): Promise<number | null> {
  const since = addDays(query.todayOn, -DSO_DAYS);
  const [row] = await db.$queryRaw<{ owed: bigint; billed: bigint }[]>`
    SELECT COALESCE(sum(i."balanceCents") FILTER (WHERE i."closedAs" IS NULL), 0)::bigint AS owed,
      COALESCE(sum(CASE i.kind WHEN 'invoice' THEN i."totalCents" ELSE -i."totalCents" END)
        FILTER (WHERE i."issuedOn" > ${since}::date AND i."closedAs" IS DISTINCT FROM 'cancelled'), 0)::bigint AS billed
    FROM invoices i JOIN customers c ON c.id = i."customerId"
    WHERE i."creditorId" = ${query.creditorId}::uuid AND i.currency = ${query.currency}
      AND i."issuedOn" <= ${query.todayOn}::date AND ${ofCollector(query)}
      AND (i."closedAs" IS NULL OR i."issuedOn" > ${since}::date)`;
  const billed = Number(row?.billed ?? 0);
  return billed > 0 ? Math.round((Number(row?.owed ?? 0) / billed) * DSO_DAYS) : null;
}

/**
 * Money paid in the last 365 days, whenever it was recorded, by the level that the invoice had reached on the day of
 * payment.
 */
export async function readRecovered(
  db: Database,
  query: DashboardQuery,
): Promise<{ level: number; count: number; amountCents: number }[]> {
  const since = addDays(query.todayOn, -RECOVERED_DAYS);
  const rows = await db.$queryRaw<{ level: number; count: number; amountCents: bigint }[]>`
    SELECT COALESCE(reached.level, 0)::int AS level, count(*)::int AS count, sum(a."amountCents")::bigint AS "amountCents"
    FROM allocations a
    JOIN payments p ON p.id = a."paymentId"
    JOIN invoices i ON i.id = a."invoiceId"
    JOIN customers c ON c.id = i."customerId"
    LEFT JOIN LATERAL (
      SELECT r.level FROM step_records r
      WHERE r."invoiceId" = i.id AND r."on" <= p."paidOn" AND r.outcome <> 'skipped'
      ORDER BY r.cycle DESC, r.level DESC LIMIT 1
    ) reached ON true
    WHERE a."creditorId" = ${query.creditorId}::uuid AND a."reversedAt" IS NULL
      AND p."paidOn" > ${since}::date AND i.currency = ${query.currency} AND ${ofCollector(query)}
    GROUP BY 1`;
  return rows.map((row) => ({ ...row, amountCents: Number(row.amountCents) }));
}

interface Promises {
  open: number;
  open_cases: number;
  kept: number;
  broken: number;
}

/** The number of promises in force with how many cases they hold, and of those kept and broken so far; each instalment counts. */
export async function readPromises(db: Database, query: DashboardQuery): Promise<Promises> {
  const [row] = await db.$queryRaw<Promises[]>`
    SELECT count(*) FILTER (WHERE h."endedAt" IS NULL)::int AS open,
      count(DISTINCT h."invoiceId") FILTER (WHERE h."endedAt" IS NULL)::int AS open_cases,
      count(*) FILTER (WHERE h.outcome = 'kept')::int AS kept,
      count(*) FILTER (WHERE h.outcome = 'broken')::int AS broken
    FROM holds h JOIN invoices i ON i.id = h."invoiceId" JOIN customers c ON c.id = h."customerId"
    WHERE h."creditorId" = ${query.creditorId}::uuid AND h.kind = 'promise'
      AND i.currency = ${query.currency} AND ${ofCollector(query)}`;
  return row ?? { open: 0, open_cases: 0, kept: 0, broken: 0 };
}
