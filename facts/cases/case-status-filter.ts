import { CLOSED_AS } from '../../domain/case/state.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { type HoldKind, Prisma } from '../../prisma/generated/client.ts';
import { sqlWords } from '../../prisma/sql-words.ts';

type Sql = Prisma.Sql;

/** Cases that have not ended. Do not use it for credit notes, which have no stage. */
export const OPEN: Sql = Prisma.sql`"stage" NOT IN (${sqlWords(...CLOSED_AS)})`;

/** Cases held by a hold of this kind, the customer's holds included; by any hold when no kind is given. */
export const heldWhere = (kind?: HoldKind): Sql =>
  kind ? Prisma.sql`"holds" IS NOT NULL AND ${kind}::"HoldKind" = ANY("holds")` : Prisma.sql`"holds" IS NOT NULL`;

/**
 * The conditions for listings of a status, exactly one of which holds: the SQL form of `statusOf`
 * (domain/case/status.ts). They are separate because Postgres finds and orders each by its index, but not their `OR`. A
 * test checks that both forms agree.
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

/** Invoices whose next level is due and may go: not held, not waiting for a person's attention, not on its way. */
export const levelDueWhere = (level: number, todayOn: string): Sql =>
  Prisma.sql`"stage" IN ('to_confirm', 'to_send') AND "nextLevel" = ${level} AND "nextTurnOn" <= ${todayOn}::date`;
