import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';

export type ThirdPartyRole = 'referrer' | 'notary';

/** What stands unpaid in the case files of a third party: in litigation or not, due or to come. */
export interface Unpaid {
  count: number;
  /** Of the creditor's currency: sums are of one. */
  cents: number;
  /** `YYYY-MM-DD`: the last statement sent about one of its files. */
  lastStatementOn: string | null;
}

interface Row {
  thirdPartyId: string;
  count: bigint;
  cents: bigint | null;
  lastStatementOn: string | null;
}

/**
 * Figures of third parties, by their ids; of those in one role only, when it is given. Whoever is referrer and notary of one
 * file has it once. Without a file: no entry. Raw SQL is not narrowed by `forCreditor`: the creditor is named here.
 */
export async function readUnpaid(
  db: Database,
  creditorId: string,
  currency: string,
  of: { ids?: readonly string[]; role?: ThirdPartyRole | undefined },
): Promise<Map<string, Unpaid>> {
  if (of.ids?.length === 0) return new Map();
  const files = [
    ...(of.role === 'notary' ? [] : [filesOf('referrerId', 'lastStatementToReferrerOn', creditorId, of.ids)]),
    ...(of.role === 'referrer' ? [] : [filesOf('notaryId', 'lastStatementToNotaryOn', creditorId, of.ids)]),
  ];
  const rows = await db.$queryRaw<Row[]>`
    SELECT "thirdPartyId", count(DISTINCT id) FILTER (WHERE "isUnpaid") AS "count",
      sum("balanceCents") FILTER (WHERE "isUnpaid" AND "isFirst" AND currency = ${currency}) AS "cents",
      max("lastOn")::text AS "lastStatementOn"
    FROM (
      SELECT *, row_number() OVER (PARTITION BY "thirdPartyId", id) = 1 AS "isFirst"
      FROM (${Prisma.join(files, ' UNION ALL ')}) files
    ) counted GROUP BY "thirdPartyId"`;
  return new Map(
    rows.map(({ thirdPartyId, count, cents, lastStatementOn }) => [
      thirdPartyId,
      { count: Number(count), cents: Number(cents ?? 0), lastStatementOn },
    ]),
  );
}

function filesOf(column: string, lastOn: string, creditorId: string, ids: readonly string[] | undefined): Prisma.Sql {
  const third = Prisma.raw(`"${column}"`);
  const these = ids ? Prisma.sql`= ANY (${[...ids]}::uuid[])` : Prisma.sql`IS NOT NULL`;
  return Prisma.sql`SELECT ${third} AS "thirdPartyId", id, currency::text, "balanceCents", ${Prisma.raw(`"${lastOn}"`)} AS "lastOn",
    "closedAs" IS NULL AND kind = 'invoice' AND "balanceCents" > 0 AS "isUnpaid"
    FROM invoices WHERE "creditorId" = ${creditorId}::uuid AND ${third} ${these}`;
}
