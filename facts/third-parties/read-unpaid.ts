import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';

export type ThirdPartyRole = 'referrer' | 'notary';

/** What is unpaid in the case files of a third party, in litigation or not, due or not yet due. */
export interface Unpaid {
  count: number;
  /** Only in the creditor's currency. */
  cents: number;
  /** Those of `count` and `cents` that are past their due date. */
  overdueCount: number;
  overdueCents: number;
  /** Local date `YYYY-MM-DD` of the last statement sent to it, in either role. */
  lastStatementOn: string | null;
}

interface Row {
  thirdPartyId: string;
  count: bigint;
  cents: bigint | null;
  overdueCount: bigint;
  overdueCents: bigint | null;
}

/**
 * The figures of third parties on a day, by id; with `role`, only of their files in that role. A file in which one is
 * both referrer and notary counts once. A third party with neither a file nor a statement has no entry. Raw SQL is not
 * narrowed by `forCreditor`: this names the creditor.
 */
export async function readUnpaid(
  db: Database,
  creditorId: string,
  currency: string,
  of: { todayOn: string; ids?: readonly string[]; role?: ThirdPartyRole | undefined },
): Promise<Map<string, Unpaid>> {
  if (of.ids?.length === 0) return new Map();
  const files = [
    ...(of.role === 'notary' ? [] : [filesOf('referrerId', creditorId, of.ids)]),
    ...(of.role === 'referrer' ? [] : [filesOf('notaryId', creditorId, of.ids)]),
  ];
  const rows = await db.$queryRaw<Row[]>`
    SELECT "thirdPartyId", count(DISTINCT id) FILTER (WHERE "isUnpaid") AS "count",
      sum("balanceCents") FILTER (WHERE "isUnpaid" AND "isFirst" AND currency = ${currency}) AS "cents",
      count(DISTINCT id) FILTER (WHERE "isUnpaid" AND "dueOn" < ${of.todayOn}::date) AS "overdueCount",
      sum("balanceCents") FILTER (
        WHERE "isUnpaid" AND "isFirst" AND currency = ${currency} AND "dueOn" < ${of.todayOn}::date) AS "overdueCents"
    FROM (
      SELECT *, row_number() OVER (PARTITION BY "thirdPartyId", id) = 1 AS "isFirst"
      FROM (${Prisma.join(files, ' UNION ALL ')}) files
    ) counted GROUP BY "thirdPartyId"`;
  const last = await readLastStatements(db, creditorId, of.ids);
  const figures = new Map(rows.map((row) => [row.thirdPartyId, row]));
  return new Map(
    [...new Set([...figures.keys(), ...last.keys()])].map((id) => {
      const { count = 0n, cents, overdueCount = 0n, overdueCents } = figures.get(id) ?? {};
      const unpaid = { count: Number(count), cents: Number(cents ?? 0) };
      const overdue = { overdueCount: Number(overdueCount), overdueCents: Number(overdueCents ?? 0) };
      return [id, { ...unpaid, ...overdue, lastStatementOn: last.get(id) ?? null }];
    }),
  );
}

async function readLastStatements(
  db: Database,
  creditorId: string,
  ids: readonly string[] | undefined,
): Promise<Map<string, string>> {
  const these = ids ? Prisma.sql`= ANY (${[...ids]}::uuid[])` : Prisma.sql`IS NOT NULL`;
  const rows = await db.$queryRaw<{ thirdPartyId: string; lastOn: string }[]>`
    SELECT m."thirdPartyId", max((m."sentAt" AT TIME ZONE s."timeZone")::date)::text AS "lastOn"
    FROM messages m JOIN settings s ON s."creditorId" = m."creditorId"
    WHERE m."creditorId" = ${creditorId}::uuid AND m."thirdPartyId" ${these} AND m."sentAt" IS NOT NULL AND m.status <> 'failed'
    GROUP BY m."thirdPartyId"`;
  return new Map(rows.map(({ thirdPartyId, lastOn }) => [thirdPartyId, lastOn]));
}

function filesOf(column: string, creditorId: string, ids: readonly string[] | undefined): Prisma.Sql {
  const third = Prisma.raw(`"${column}"`);
  const these = ids ? Prisma.sql`= ANY (${[...ids]}::uuid[])` : Prisma.sql`IS NOT NULL`;
  return Prisma.sql`SELECT ${third} AS "thirdPartyId", id, currency::text, "balanceCents", "dueOn",
    "closedAs" IS NULL AND kind = 'invoice' AND "balanceCents" > 0 AS "isUnpaid"
    FROM invoices WHERE "creditorId" = ${creditorId}::uuid AND ${third} ${these}`;
}
