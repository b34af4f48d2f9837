import { z } from 'zod';
import { type Answer, ok } from './answer.ts';
import { type Placed, type Position, readCursor, writeCursor } from './cursor.ts';
import { defineEndpoint, type Endpoint, type EndpointRequest } from './endpoint.ts';
import { queryBoolean, queryInteger } from './fields.ts';
import { fitsOrder, type Page, type SortColumn } from './keyset.ts';
import { csvOfList } from './list-csv.ts';
import type { Who } from './roles.ts';

type Shape = Record<string, z.ZodType>;
type Row = Record<string, unknown>;

interface ListBase<Filters extends Shape, Params extends z.ZodType, RowSchema extends z.ZodType<Row, Row>> {
  path: string;
  tag: string;
  summary: string;
  description?: string;
  who: Who;
  params?: Params;
  /** One schema for each query parameter; any other parameter is a 400. */
  filters: Filters;
  /** By the name in `sort=`, which is also the name in a row unless `positionOf` is given. */
  sorts: Record<string, SortColumn>;
  /** `-name`: descending. */
  defaultSort: string;
  row: RowSchema;
  /** What the answer carries besides its rows. */
  also?: { shape: Shape; read: (request: ListRequest<Filters, Params>) => Promise<Record<string, unknown>> };
  /** For `?count=true`; without it that parameter does not exist. */
  count?: (request: ListRequest<Filters, Params>) => Promise<number>;
}

/** Returns up to `page.take` rows after `page.after`, as the answer shows them. */
type ReadPage<Filters extends Shape, Params extends z.ZodType, Listed> = (
  request: ListRequest<Filters, Params>,
  page: Page,
) => Promise<Listed[]>;

/** For a list whose rows are read and put in order by one statement. */
interface ReadInOrder<Filters extends Shape, Params extends z.ZodType, RowInput> {
  read: ReadPage<Filters, Params, RowInput>;
  /** Where a row stands in the order; by default its `id` and the field named like the sort. */
  positionOf?: (row: RowInput, sort: string) => Position;
  readPlaced?: undefined;
}

/**
 * For a list that is put in order first and whose rows are read afterwards. A payment may come in between: paging on from what a row shows by
 * then would leave rows out or show them twice, so each row comes with the place it had in the order.
 */
interface ReadPlaced<Filters extends Shape, Params extends z.ZodType, RowInput> {
  readPlaced: ReadPage<Filters, Params, Placed<RowInput>>;
  read?: undefined;
}

export type ListDefinition<
  Filters extends Shape,
  Params extends z.ZodType,
  RowSchema extends z.ZodType<Row, Row>,
> = ListBase<Filters, Params, RowSchema> &
  (ReadInOrder<Filters, Params, z.input<RowSchema>> | ReadPlaced<Filters, Params, z.input<RowSchema>>);

export type ListRequest<Filters extends Shape = Shape, Params extends z.ZodType = z.ZodType> = EndpointRequest<
  z.output<Params>,
  z.output<z.ZodObject<Filters>>,
  unknown
>;

const CSV_BATCH = 200;
const TYPES = ['application/json', 'text/csv'];

/**
 * A `GET` of a list as docs/api.md describes it ("Amounts and lists"): `limit`, `cursor`, `sort`, `count`, the
 * declared filters and no others. An `Accept` that prefers `text/csv` streams the whole filtered list.
 */
export function defineList<
  Filters extends Shape,
  RowSchema extends z.ZodType<Row, Row>,
  Params extends z.ZodType = z.ZodObject,
>(list: ListDefinition<Filters, Params, RowSchema>): Endpoint {
  const { path, tag, summary, description, who, params } = list;
  return defineEndpoint({
    method: 'GET',
    path,
    tag,
    summary,
    ...(description ? { description } : {}),
    who,
    csv: true,
    ...(params ? { params } : {}),
    query: z.strictObject({ ...list.filters, ...pagingOf(list) }),
    answers: {
      200: z.object({
        data: z.array(list.row),
        next_cursor: z.string().nullable(),
        ...(list.count ? { total: z.int().optional() } : {}),
        ...list.also?.shape,
      }),
    },
    handle: async (request) => {
      const asked = request as unknown as ListRequest<Filters, Params>;
      const { limit, cursor, sort, count } = request.query as Paging;
      const first = pageOf(list, sort, limit + 1, cursor);
      if (request.accepts(TYPES) === 'text/csv') return wholeListAsCsv(list, asked, sort);
      const rows = await readPlaced(list, asked, first);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        data: shown.map(({ row }) => row),
        next_cursor: last ? writeCursor(orderOf(list, sort), last.position) : null,
        ...(count && list.count ? { total: await list.count(asked) } : {}),
        ...(await list.also?.read(asked)),
      });
    },
  });
}

/** A list as far as reading its rows needs it. A method, so that `positionOf` may want the list's own rows. */
type Readable<Request> = Sorted & { row: z.ZodType<Row, Row> } & (
    | {
        read: (request: Request, page: Page) => Promise<Row[]>;
        positionOf?(row: Row, sort: string): Position;
        readPlaced?: undefined;
      }
    | { readPlaced: (request: Request, page: Page) => Promise<Placed<Row>[]>; read?: undefined }
  );

/** Streams all rows that fit the request's filters, in this order. */
export function wholeListAsCsv<Request>(list: Readable<Request>, request: Request, sort: string): Promise<Answer> {
  const first: Page = { ...pageOf(list, sort, CSV_BATCH), whole: true };
  return csvOfList(list.row, first, (page) => readPlaced(list, request, page));
}

/** A page of the list; every row comes with its place in the order. */
async function readPlaced<Request>(list: Readable<Request>, request: Request, page: Page): Promise<Placed<Row>[]> {
  if (list.readPlaced) return list.readPlaced(request, page);
  const rows = await list.read(request, page);
  return rows.map((row) => ({ row, position: list.positionOf?.(row, page.sort) ?? ownPosition(row, page) }));
}

interface Paging {
  limit: number;
  cursor?: string;
  sort: string;
  count?: boolean;
}

function pagingOf(list: { sorts: Record<string, SortColumn>; defaultSort: string; count?: unknown }) {
  return {
    limit: queryInteger(1, 200).default(50),
    cursor: z.string().max(2_000).optional(),
    sort: sortOf(list),
    ...(list.count ? { count: queryBoolean.default(false) } : {}),
  };
}

/** The orders in which a list can be requested. */
export function sortOf({ sorts, defaultSort }: { sorts: Record<string, SortColumn>; defaultSort: string }) {
  const names = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);
  return z.enum(names as [string, ...string[]]).default(defaultSort);
}

/** What a cursor belongs to: this list in this order. */
const orderOf = (list: { path: string }, sort: string): string => `${list.path} ${sort}`;

interface Sorted {
  path: string;
  sorts: Record<string, SortColumn>;
}

function pageOf(list: Sorted, sort: string, take: number, cursor?: string): Page {
  const name = sort.replace(/^-/, '');
  const column = list.sorts[name];
  if (!column) throw new Error(`No such sort: ${name}`);
  const after =
    cursor === undefined ? null : readCursor(cursor, orderOf(list, sort), (position) => fitsOrder(column, position));
  return { take, sort: name, descending: sort.startsWith('-'), column, after };
}

function ownPosition(row: Row, { sort, column: { then } }: Pick<Page, 'sort' | 'column'>): Position {
  const own = { value: (row[sort] ?? null) as Position['value'], id: String(row['id']) };
  return then === undefined ? own : { ...own, then: Number(row[then]) };
}
