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

export const PLANNED = Prisma.raw(PLANNED_ANEW);
export const ofCreditor = (creditorId: string): Sql => Prisma.sql`"creditorId" = ${creditorId}::uuid`;
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
