import { CLOSED_AS } from '../../domain/case/state.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { type HoldKind, Prisma } from '../../prisma/generated/client.ts';
import { sqlWords } from '../../prisma/sql-words.ts';

type Sql = Prisma.Sql;

/** Cases that have not ended. Not of credit notes, which have no stage. */
export const OPEN: Sql = Prisma.sql`"stage" NOT IN (${sqlWords(...CLOSED_AS)})`;

/** Held by a hold of that kind, the customer's included; by any when none is named. */
export const heldWhere = (kind?: HoldKind): Sql =>
  kind ? Prisma.sql`"holds" IS NOT NULL AND ${kind}::"HoldKind" = ANY("holds")` : Prisma.sql`"holds" IS NOT NULL`;

/**
 * The listings of a status: `statusOf` (domain/case/status.ts) once more, as conditions of which exactly one holds. They
 * stand apart because Postgres finds and orders each by its index, and not their `OR`. A test holds the two together.
 */
export function statusWhere(status: CaseStatus, at: Date): [Sql, ...Sql[]] {
  const come = Prisma.sql`"stepDueAt" <= ${at.toISOString()}::timestamptz`;
  const ahead = Prisma.sql`"stepDueAt" > ${at.toISOString()}::timestamptz`;
  switch (status) {
    case 'waiting':
      return [
        Prisma.sql`"stage" = 'unplanned'`,
        Prisma.sql`"stage" = 'to_confirm' AND ${ahead}`,
        Prisma.sql`"stage" = 'to_send' AND ${ahead}`,
      ];
    case 'to_confirm':
      return [Prisma.sql`"stage" = 'to_confirm' AND ${come}`];
    case 'due':
      return [Prisma.sql`"stage" = 'to_send' AND ${come}`];
    default:
      return [Prisma.sql`"stage" = ${status}::"ListedStage"`];
  }
}

/** Invoices whose next level has come and may go: nothing holds it, nobody has to look first, it is not on its way. */
export const levelDueWhere = (level: number, todayOn: string): Sql =>
  Prisma.sql`"stage" IN ('to_confirm', 'to_send') AND "nextLevel" = ${level} AND "nextTurnOn" <= ${todayOn}::date`;
