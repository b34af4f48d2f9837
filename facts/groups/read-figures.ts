import type { CustomerFigures } from '../../domain/groups/criteria.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';

/** A customer's figures as groups judge them, and what the group gave when it was last applied. */
export interface GroupedCustomer extends CustomerFigures {
  id: string;
  creditorId: string;
  groupId: string | null;
  groupScenarioId: string | null;
  /** The collector of the customer's group, when that is the customer's collector. */
  groupCollectorId: string | null;
}

/** Which customers: a creditor's or everybody's (null); by id, or a page after an id. */
export interface FiguresQuery {
  creditorId: string | null;
  at: Date;
  ids?: readonly string[];
  after?: string | null;
  take?: number;
}

type Row = Omit<GroupedCustomer, 'balanceCents' | 'overdueCents' | 'averageDaysToPay'> & {
  balanceCents: bigint;
  overdueCents: bigint;
  averageDaysToPay: number | null;
};

/**
 * Reads the figures of customers in the order of their ids, in one statement. Each customer is judged on the creditor's
 * local day at `at` and in the creditor's currency. The days to pay count to `paidOn` of the payments, whenever they
 * were recorded; invoices settled by a credit note alone do not count.
 */
export async function readFigures(db: Database | Transaction, query: FiguresQuery): Promise<GroupedCustomer[]> {
  const { creditorId, at, ids, after, take } = query;
  const wanted = [
    creditorId === null ? Prisma.sql`true` : Prisma.sql`c."creditorId" = ${creditorId}::uuid`,
    ids ? Prisma.sql`c.id = ANY (${[...ids]}::uuid[])` : Prisma.sql`true`,
    after ? Prisma.sql`c.id > ${after}::uuid` : Prisma.sql`true`,
  ];
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT c.*, s.currency, (${at} AT TIME ZONE s."timeZone")::date AS today
      FROM customers c JOIN settings s ON s."creditorId" = c."creditorId"
      WHERE ${Prisma.join(wanted, ' AND ')}
      ORDER BY c.id LIMIT ${take ?? null}
    )
    SELECT p.id, p."creditorId", p."groupId", p."groupScenarioId", p.kind, p.country, p.language, p.tags,
      CASE WHEN p."collectorOfGroup" THEN NULL ELSE p."collectorId" END AS "collectorId",
      CASE WHEN p."collectorOfGroup" THEN p."collectorId" END AS "groupCollectorId",
      COALESCE(i."balanceCents", 0)::bigint AS "balanceCents", COALESCE(i."overdueCents", 0)::bigint AS "overdueCents",
      COALESCE(i."oldestDaysLate", 0)::int AS "oldestDaysLate", COALESCE(i."invoiceCount", 0)::int AS "invoiceCount",
      COALESCE(i."levelMax", 0)::int AS "levelMax", i."averageDaysToPay"::int AS "averageDaysToPay"
    FROM page p
    LEFT JOIN LATERAL (
      SELECT
        sum(i."balanceCents") FILTER (WHERE i."closedAs" IS NULL AND i.currency = p.currency) AS "balanceCents",
        sum(i."balanceCents") FILTER (WHERE ${OPEN} AND i.currency = p.currency AND i."dueOn" < p.today) AS "overdueCents",
        max(p.today - i."dueOn") FILTER (WHERE ${OPEN} AND i."dueOn" < p.today) AS "oldestDaysLate",
        count(*) FILTER (WHERE ${OPEN}) AS "invoiceCount",
        max(i.level) FILTER (WHERE ${OPEN}) AS "levelMax",
        round(avg(paid."lastOn" - i."issuedOn")) AS "averageDaysToPay"
      FROM invoices i LEFT JOIN LATERAL (
        SELECT max(m."paidOn") AS "lastOn" FROM allocations a JOIN payments m ON m.id = a."paymentId"
        WHERE i.kind = 'invoice' AND i."closedAs" = 'paid' AND a."invoiceId" = i.id AND a."reversedAt" IS NULL
      ) paid ON true
      WHERE i."customerId" = p.id
    ) i ON true
    ORDER BY p.id`;
  return rows.map((row) => ({
    ...row,
    balanceCents: Number(row.balanceCents),
    overdueCents: Number(row.overdueCents),
  }));
}

const OPEN = Prisma.sql`i.kind = 'invoice' AND i."closedAs" IS NULL`;
