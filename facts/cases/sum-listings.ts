import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { type CaseSet, listingTests, type Moment, type SetTests, setWhere } from './case-status-filter.ts';
import { anyOf, type ListingFilter, ofCreditor, PLANNED } from './read-listings.ts';

type Sql = Prisma.Sql;

/** `other_currencies`: how many of them the sum leaves out, being in another currency; absent where it leaves none out. */
interface ListingSum {
  count: number;
  balance_cents: number;
  other_currencies?: number;
}

/** What each counter counts: the invoices in any one of its sets. A counter without a set counts nothing. */
export type Counted<Name extends string> = Record<Name, readonly CaseSet[]>;

/** The answers to what sets ask, in the columns of `groupsFor`. */
const ANSWERED: SetTests = {
  turnHasCome: Prisma.sql`"turnHasCome"`,
  stepHasCome: Prisma.sql`"stepHasCome"`,
  stepIsAhead: Prisma.sql`NOT "stepHasCome"`,
  inLitigation: Prisma.sql`"inLitigation"`,
};

/**
 * How many of the listings that fit the filter are in the sets of each counter, and the sum of their balances in `currency`
 * (never two in one sum), in one reading of them.
 */
export async function sumListings<Name extends string>(
  db: Database,
  creditorId: string,
  { all, oneOf }: ListingFilter,
  counted: Counted<Name>,
  currency: string,
  moment: Moment,
): Promise<Record<Name, ListingSum>> {
  const named = Object.entries(counted) as [Name, readonly CaseSet[]][];
  const where = Prisma.join([ofCreditor(creditorId), ...all, anyOf(oneOf)], ' AND ');
  const columns = named.flatMap(([name, sets]) => {
    const [first, ...others] = sets.map((set) => setWhere(set, ANSWERED));
    const counts = first ? anyOf([first, ...others]) : Prisma.sql`false`;
    return [
      Prisma.sql`sum(count) FILTER (WHERE ${counts}) AS ${Prisma.raw(`"${name} count"`)}`,
      Prisma.sql`sum(cents) FILTER (WHERE "isOurs" AND ${counts}) AS ${Prisma.raw(`"${name} cents"`)}`,
      Prisma.sql`sum(count) FILTER (WHERE NOT "isOurs" AND ${counts}) AS ${Prisma.raw(`"${name} others"`)}`,
    ];
  });
  const groups = groupsFor(
    named.flatMap(([, sets]) => sets),
    moment,
  );
  // Grouped first: a few dozen groups are summed two dozen times, and not every listing.
  const [row] = await db.$queryRaw<[Record<string, unknown>]>`
    ${PLANNED} SELECT ${Prisma.join(columns)} FROM (
      SELECT ${groups.columns}"currency" = ${currency} AS "isOurs", count(*) AS count, sum("balanceCents") AS cents
      FROM invoice_listings WHERE ${where} GROUP BY ${groups.names}"isOurs") grouped`;
  const of = (column: string) => Number(row[column] ?? 0);
  const sums = named.map(([name]) => {
    const others = of(`${name} others`);
    const sum: ListingSum = { count: of(`${name} count`), balance_cents: of(`${name} cents`) };
    return [name, others > 0 ? { ...sum, other_currencies: others } : sum];
  });
  return Object.fromEntries(sums) as Record<Name, ListingSum>;
}

/**
 * The columns to group by, each followed by a comma. With two or three values each, Postgres expects few groups and shares the
 * reading among its processes. What no set asks for is not read: the index of what has ended holds little more than the stage.
 */
function groupsFor(sets: readonly CaseSet[], moment: Moment): { columns: Sql; names: Sql } {
  const tests = listingTests(moment);
  const answers = {
    stages: ['stage', Prisma.sql`"stage"`],
    nextLevel: ['nextLevel', Prisma.sql`"nextLevel"`],
    turnHasCome: ['turnHasCome', tests.turnHasCome],
    stepHasCome: ['stepHasCome', tests.stepHasCome],
    inLitigation: ['inLitigation', tests.inLitigation],
  } satisfies Record<keyof CaseSet, [name: string, answer: Sql]>;
  const asked = (Object.keys(answers) as (keyof CaseSet)[])
    .filter((field) => sets.some((set) => set[field] !== undefined))
    .map((field) => answers[field]);
  return {
    columns: joined(asked.map(([name, answer]) => Prisma.sql`${answer} AS ${Prisma.raw(`"${name}"`)}, `)),
    names: Prisma.raw(asked.map(([name]) => `"${name}", `).join('')),
  };
}

const joined = (parts: readonly Sql[]): Sql => (parts.length > 0 ? Prisma.join([...parts], '') : Prisma.empty);
