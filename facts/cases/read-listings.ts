import type { Database } from '../../prisma/client.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';

type Sql = Prisma.Sql;

/** Which listings: all of `all`, and one of `oneOf`, which exclude each other. */
export interface ListingFilter {
  all: readonly Sql[];
  oneOf: readonly [Sql, ...Sql[]];
}

/** The columns that a list can be in the order of, with their types in Postgres. */
export const LISTING_SORTS = {
  dueOn: 'date',
  issuedOn: 'date',
  balanceCents: 'bigint',
  totalCents: 'bigint',
  number: 'text',
  createdAt: 'timestamptz',
} as const;

export interface ListingPage {
  column: keyof typeof LISTING_SORTS;
  /** Rows without a value come last in both directions. */
  nullable: boolean;
  descending: boolean;
  take: number;
  /** The last row of the page before. */
  after: { value: string | number | null; id: string } | null;
}

/** Where a listing stands in the order of a page: a local date, an instant, cents or text. */
interface ListedPlace {
  id: string;
  value: string | number | null;
}

/** The ids of a page, in its order. */
export const readListedIds = async (...of: Parameters<typeof readListed>): Promise<string[]> =>
  (await readListed(...of)).map(({ id }) => id);

/** A page, in its order. Raw SQL is not narrowed by `forCreditor`: the creditor is named here. */
export async function readListed(
  db: Database,
  creditorId: string,
  filter: ListingFilter,
  page: ListingPage,
): Promise<ListedPlace[]> {
  const { after, nullable, take } = page;
  const valued = after !== null && after.value === null ? [] : await readPart(db, creditorId, filter, page, 'valued');
  if (!nullable || valued.length === take) return valued;
  const rest = { ...page, take: take - valued.length };
  return [...valued, ...(await readPart(db, creditorId, filter, rest, 'empty'))];
}

/** How many there are. */
export async function countListings(db: Database, creditorId: string, { all, oneOf }: ListingFilter): Promise<number> {
  const where = Prisma.join([ofCreditor(creditorId), ...all, anyOf(oneOf)], ' AND ');
  const [row] = await db.$queryRaw<
    [{ count: bigint }]
  >`${PLANNED} SELECT count(*) FROM invoice_listings WHERE ${where}`;
  return Number(row.count);
}

/** The moment by which days and hours of the sets have come or are ahead. */
interface Moment {
  at: Date;
  todayOn: string;
}

/**
 * The columns that sets may ask for, and as much of each as they can tell apart: with two or three values each, Postgres
 * expects few groups and shares the reading among its processes.
 */
const ASKED = {
  stage: () => [Prisma.sql`"stage"`, Prisma.sql`"stage"`],
  holds: () => [
    Prisma.sql`'litigation'::"HoldKind" = ANY("holds")`,
    Prisma.sql`CASE WHEN "holds" THEN ARRAY['litigation']::"HoldKind"[] END`,
  ],
  nextLevel: () => [Prisma.sql`"nextLevel"`, Prisma.sql`"nextLevel"`],
  nextTurnOn: ({ todayOn }) => comeOrAhead(Prisma.sql`"nextTurnOn"`, Prisma.sql`${todayOn}::date`),
  stepDueAt: ({ at }) => comeOrAhead(Prisma.sql`"stepDueAt"`, Prisma.sql`${at.toISOString()}::timestamptz`),
} satisfies Record<string, (moment: Moment) => [grouped: Sql, back: Sql]>;

const comeOrAhead = (column: Sql, moment: Sql): [Sql, Sql] => [
  Prisma.sql`${column} <= ${moment}`,
  Prisma.sql`CASE WHEN ${column} THEN ${moment} WHEN NOT ${column} THEN 'infinity' END`,
];

/** `other_currencies`: how many of them the sum leaves out, being in another currency; absent where it leaves none out. */
interface ListingSum {
  count: number;
  balance_cents: number;
  other_currencies?: number;
}

/**
 * How many of the listings are in each of `sets`, and the sum of their balances in `currency` (never two in one sum), in one
 * reading of them. The first set holds all the others; they ask for the stage, the next level, whether turn and step have
 * come at `moment`, and of the holds for the litigation.
 */
export async function sumListings<Name extends string>(
  db: Database,
  creditorId: string,
  { all, oneOf }: ListingFilter,
  sets: Record<Name, Sql>,
  currency: string,
  moment: Moment,
): Promise<Record<Name, ListingSum>> {
  const named = Object.entries(sets) as [Name, Sql][];
  const where = Prisma.join([ofCreditor(creditorId), ...all, anyOf(oneOf), named[0]![1]], ' AND ');
  const { grouped, back, keys } = groupsFor(named.map(([, { sql }]) => sql).join(), moment);
  const columns = named.flatMap(([name, set]) => [
    Prisma.sql`sum(count) FILTER (WHERE ${set}) AS ${Prisma.raw(`"${name} count"`)}`,
    Prisma.sql`sum(cents) FILTER (WHERE "isOurs" AND ${set}) AS ${Prisma.raw(`"${name} cents"`)}`,
    Prisma.sql`sum(count) FILTER (WHERE NOT "isOurs" AND ${set}) AS ${Prisma.raw(`"${name} others"`)}`,
  ]);
  // Grouped first: a few dozen groups are summed two dozen times, and not every listing.
  const [row] = await db.$queryRaw<[Record<string, unknown>]>`
    ${PLANNED} SELECT ${Prisma.join(columns)} FROM (SELECT ${back}, "isOurs", count, cents FROM (
      SELECT ${grouped}, "currency" = ${currency} AS "isOurs", count(*) AS count, sum("balanceCents") AS cents
      FROM invoice_listings WHERE ${where} GROUP BY ${keys}) grouped) listings`;
  const of = (column: string) => Number(row[column] ?? 0);
  const sums = named.map(([name]) => {
    const others = of(`${name} others`);
    const sum: ListingSum = { count: of(`${name} count`), balance_cents: of(`${name} cents`) };
    return [name, others > 0 ? { ...sum, other_currencies: others } : sum];
  });
  return Object.fromEntries(sums) as Record<Name, ListingSum>;
}

/** What no set asks for is not read: the index of what has ended holds little more than the stage. */
function groupsFor(asking: string, moment: Moment): { grouped: Sql; back: Sql; keys: Sql } {
  const asked = Object.entries(ASKED).filter(([name]) => asking.includes(`"${name}"`));
  const columns = asked.map(([name, column]) => [Prisma.raw(`"${name}"`), ...column(moment)] as const);
  return {
    grouped: Prisma.join(columns.map(([name, grouped]) => Prisma.sql`${grouped} AS ${name}`)),
    back: Prisma.join(columns.map(([name, , back]) => Prisma.sql`${back} AS ${name}`)),
    keys: Prisma.raw([...asked, 'isOurs'].map((_, index) => String(index + 1)).join()),
  };
}

/** Listings with a value in the sorted column, or without: each part is in the order of an index. */
async function readPart(
  db: Database,
  creditorId: string,
  { all, oneOf }: ListingFilter,
  page: ListingPage,
  part: 'valued' | 'empty',
): Promise<ListedPlace[]> {
  const column = Prisma.raw(`"${page.column}"`);
  const direction = Prisma.raw(page.descending ? 'DESC' : 'ASC');
  const order =
    part === 'valued'
      ? Prisma.sql`${column} ${direction}, "invoiceId" ${direction}`
      : Prisma.sql`"invoiceId" ${direction}`;
  const always = [
    ofCreditor(creditorId),
    ...all,
    ...(page.nullable ? [emptyOrNot(column, part)] : []),
    ...beyond(page, part),
  ];
  const branches = oneOf.map((one) => {
    const where = Prisma.join([...always, one], ' AND ');
    return Prisma.sql`(SELECT "invoiceId", ${column} FROM invoice_listings WHERE ${where} ORDER BY ${order} LIMIT ${page.take})`;
  });
  const rows = await db.$queryRaw<{ invoiceId: string; value: Date | bigint | string | null }[]>`
    ${PLANNED} SELECT "invoiceId", ${column} AS value FROM (${Prisma.join(branches, ' UNION ALL ')}) found ORDER BY ${order} LIMIT ${page.take}`;
  return rows.map(({ invoiceId, value }) => ({ id: invoiceId, value: plain(value, page.column) }));
}

function plain(value: Date | bigint | string | null, column: ListingPage['column']): ListedPlace['value'] {
  if (typeof value === 'bigint') return Number(value);
  if (!(value instanceof Date)) return value;
  return LISTING_SORTS[column] === 'date' ? fromDateColumn(value) : value.toISOString();
}

const PLANNED = Prisma.raw(PLANNED_ANEW);
const ofCreditor = (creditorId: string): Sql => Prisma.sql`"creditorId" = ${creditorId}::uuid`;
const emptyOrNot = (column: Sql, part: 'valued' | 'empty'): Sql =>
  part === 'valued' ? Prisma.sql`${column} IS NOT NULL` : Prisma.sql`${column} IS NULL`;

/** One condition that is true when one of them is. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 1
    ? conditions[0]!
    : Prisma.sql`(${Prisma.join(
        conditions.map((one) => Prisma.sql`(${one})`),
        ' OR ',
      )})`;

/** As a comparison of pairs, which Postgres turns into the place in the index where the page begins. */
function beyond({ column, descending, after }: ListingPage, part: 'valued' | 'empty'): Sql[] {
  if (!after) return [];
  const further = Prisma.raw(descending ? '<' : '>');
  if (part === 'empty') return after.value === null ? [Prisma.sql`"invoiceId" ${further} ${after.id}::uuid`] : [];
  const value = Prisma.sql`${String(after.value)}::${Prisma.raw(LISTING_SORTS[column])}`;
  return [Prisma.sql`(${Prisma.raw(`"${column}"`)}, "invoiceId") ${further} (${value}, ${after.id}::uuid)`];
}
