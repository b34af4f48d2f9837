import { CLOSED_AS } from '../../domain/case/state.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { type HoldKind, type ListedStage, Prisma } from '../../prisma/generated/client.ts';
import { sqlWords } from '../../prisma/sql-words.ts';

type Sql = Prisma.Sql;

/** Cases that have not ended. Do not use it for credit notes, which have no stage. */
export const OPEN: Sql = Prisma.sql`"stage" NOT IN (${sqlWords(...CLOSED_AS)})`;

/** Cases held by a hold of this kind, the customer's holds included; by any hold when no kind is given. */
export const heldWhere = (kind?: HoldKind): Sql =>
  kind ? Prisma.sql`"holds" IS NOT NULL AND ${kind}::"HoldKind" = ANY("holds")` : Prisma.sql`"holds" IS NOT NULL`;

/** Invoices that are counted or listed together: all that is said of them must be true. An empty set holds all invoices. */
export interface CaseSet {
  stages?: readonly [ListedStage, ...ListedStage[]];
  nextLevel?: number;
  /** Whether the day of the next level has come. */
  turnHasCome?: true;
  /** Whether the instant of the open step has come; with either value, there is an open step. */
  stepHasCome?: boolean;
  inLitigation?: true;
}

/** The moment at which days and instants have come or are ahead; `todayOn` is the creditor's day. */
export interface Moment {
  at: Date;
  todayOn: string;
}

/** How what a set says is tested: on a listing's own columns, or on columns that hold the answers (sum-listings.ts). */
export interface SetTests {
  turnHasCome: Sql;
  stepHasCome: Sql;
  stepIsAhead: Sql;
  inLitigation: Sql;
}

/** The tests on a listing's own columns, in the form that its indexes serve. */
export const listingTests = ({ at, todayOn }: Moment): SetTests => ({
  turnHasCome: Prisma.sql`"nextTurnOn" <= ${todayOn}::date`,
  stepHasCome: Prisma.sql`"stepDueAt" <= ${at.toISOString()}::timestamptz`,
  stepIsAhead: Prisma.sql`"stepDueAt" > ${at.toISOString()}::timestamptz`,
  inLitigation: heldWhere('litigation'),
});

/** A set as one condition. */
export function setWhere({ stages, nextLevel, turnHasCome, stepHasCome, inLitigation }: CaseSet, tests: SetTests): Sql {
  const all = [
    ...(stages ? [stageWhere(stages)] : []),
    ...(nextLevel === undefined ? [] : [Prisma.sql`"nextLevel" = ${nextLevel}`]),
    ...(turnHasCome ? [tests.turnHasCome] : []),
    ...(stepHasCome === undefined ? [] : [stepHasCome ? tests.stepHasCome : tests.stepIsAhead]),
    ...(inLitigation ? [tests.inLitigation] : []),
  ];
  return all.length > 0 ? Prisma.join(all, ' AND ') : Prisma.sql`true`;
}

const stageWhere = (stages: readonly ListedStage[]): Sql =>
  stages.length === 1 ? Prisma.sql`"stage" = ${sqlWords(...stages)}` : Prisma.sql`"stage" IN (${sqlWords(...stages)})`;

/**
 * The invoices of a status, as sets of which each invoice is in one at most: `statusOf` (domain/case/status.ts) for listings. A
 * test checks that both agree.
 */
export function statusSets(status: CaseStatus): [CaseSet, ...CaseSet[]] {
  switch (status) {
    case 'waiting':
      return [
        { stages: ['unplanned'] },
        { stages: ['to_confirm'], stepHasCome: false },
        { stages: ['to_send'], stepHasCome: false },
      ];
    case 'to_confirm':
      return [{ stages: ['to_confirm'], stepHasCome: true }];
    case 'due':
      return [{ stages: ['to_send'], stepHasCome: true }];
    default:
      return [{ stages: [status] }];
  }
}

/**
 * The conditions for listings of a status, at most one of which holds. They are separate because Postgres finds and orders
 * each by its index, but not their `OR`.
 */
export function statusWhere(status: CaseStatus, moment: Moment): [Sql, ...Sql[]] {
  const tests = listingTests(moment);
  const [first, ...others] = statusSets(status);
  return [setWhere(first, tests), ...others.map((set) => setWhere(set, tests))];
}

/** Invoices whose next level is due and may go: not held, not waiting for a person's attention, not on its way. */
export const levelDueSet = (level: number): CaseSet => ({
  stages: ['to_confirm', 'to_send'],
  nextLevel: level,
  turnHasCome: true,
});

/** The condition for listings of `levelDueSet`. */
export const levelDueWhere = (level: number, moment: Moment): Sql => setWhere(levelDueSet(level), listingTests(moment));
