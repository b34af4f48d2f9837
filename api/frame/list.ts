import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Answer, ok, stream } from './answer.ts';
import { csvLine, flatten } from './csv.ts';
import { type Position, readCursor, writeCursor } from './cursor.ts';
import { defineEndpoint, type Endpoint, type EndpointRequest } from './endpoint.ts';
import { queryBoolean, queryInteger } from './fields.ts';
import { fitsColumn, type Page, type SortColumn } from './keyset.ts';
import type { Who } from './roles.ts';

type Shape = Record<string, z.ZodType>;
type Row = Record<string, unknown>;

export interface ListDefinition<Filters extends Shape, Params extends z.ZodType, RowSchema extends z.ZodType<Row>> {
  path: string;
  tag: string;
  summary: string;
  who: Who;
  params?: Params;
  /** One schema for each query parameter; anything else is 400. */
  filters: Filters;
  /** By the name in `sort=`, which is also the name in a row unless `positionOf` is given. */
  sorts: Record<string, SortColumn>;
  /** `-name`: descending. */
  defaultSort: string;
  row: RowSchema;
  /** Up to `page.take` rows after `page.after`, as the answer shows them. */
  read: (request: ListRequest<Filters, Params>, page: Page) => Promise<z.input<RowSchema>[]>;
  /** For `?count=true`; without it that parameter does not exist. */
  count?: (request: ListRequest<Filters, Params>) => Promise<number>;
  /** Where a row stands in the order; its `id` and its field of the sort's name otherwise. */
  positionOf?: (row: z.input<RowSchema>, sort: string) => Position;
}

export type ListRequest<Filters extends Shape = Shape, Params extends z.ZodType = z.ZodType> = EndpointRequest<
  z.output<Params>,
  z.output<z.ZodObject<Filters>>,
  unknown
>;

const CSV_BATCH = 200;

/**
 * `GET` of a list as the contract has it: `limit`, `cursor`, `sort`, `count`, the filters named and no others;
 * `Accept: text/csv` streams the whole filtered list.
 */
export function defineList<Filters extends Shape, RowSchema extends z.ZodType<Row>, Params extends z.ZodType = z.ZodObject>(
  list: ListDefinition<Filters, Params, RowSchema>,
): Endpoint {
  const sortNames = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`]);
  const paging = {
    limit: queryInteger(1, 200).default(50),
    cursor: z.string().max(2_000).optional(),
    sort: z.enum(sortNames as [string, ...string[]]).default(list.defaultSort),
    ...(list.count ? { count: queryBoolean.default(false) } : {}),
  };
  const { path, tag, summary, who, params } = list;
  return defineEndpoint({
    method: 'GET',
    path,
    tag,
    summary,
    who,
    ...(params ? { params } : {}),
    query: z.strictObject({ ...list.filters, ...paging }),
    answers: {
      200: z.object({
        data: z.array(list.row),
        next_cursor: z.string().nullable(),
        ...(list.count ? { total: z.int().optional() } : {}),
      }),
    },
    handle: async (request) => {
      const asked = request as unknown as ListRequest<Filters, Params>;
      const { limit, cursor, sort, count } = request.query as { limit: number; cursor?: string; sort: string; count?: boolean };
      const first = pageOf(list.sorts, sort, limit + 1, cursor);
      if (wantsCsv(request.headers.accept)) return csvAnswer(list, asked, sort, cursor);
      const rows = await list.read(asked, first);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        data: shown,
        next_cursor: last ? writeCursor(sort, position(list, last, first.sort)) : null,
        ...(count && list.count ? { total: await list.count(asked) } : {}),
      });
    },
  });
}

const wantsCsv = (accept: string | undefined): boolean => /(^|,)\s*text\/csv\b/i.test(accept ?? '');

function pageOf(sorts: Record<string, SortColumn>, sort: string, take: number, cursor?: string): Page {
  const name = sort.replace(/^-/, '');
  const column = sorts[name];
  if (!column) throw new Error(`No such sort: ${name}`);
  const after = cursor === undefined ? null : readCursor(cursor, sort, (value) => fitsColumn(column, value));
  return { take, sort: name, descending: sort.startsWith('-'), column, after };
}

function position(list: { positionOf?: (row: never, sort: string) => Position }, row: Row, sort: string): Position {
  if (list.positionOf) return list.positionOf(row as never, sort);
  return { value: (row[sort] ?? null) as Position['value'], id: String(row['id']) };
}

/** Reads one batch before it answers, so that a database that is away is a 503 and not a broken file. */
async function csvAnswer<Filters extends Shape, Params extends z.ZodType, RowSchema extends z.ZodType<Row>>(
  list: ListDefinition<Filters, Params, RowSchema>,
  request: ListRequest<Filters, Params>,
  sort: string,
  cursor: string | undefined,
): Promise<Answer> {
  let page = pageOf(list.sorts, sort, CSV_BATCH, cursor);
  let rows = await readRows(list, request, page);
  const columns = columnsOf(list.row as z.ZodType, rows);
  async function* lines() {
    yield csvLine(columns);
    while (rows.length > 0) {
      yield rows.map((row) => {
        const cells = flatten(row);
        return csvLine(columns.map((column) => cells[column] ?? ''));
      }).join('');
      const last = rows.length < CSV_BATCH ? undefined : rows.at(-1);
      if (!last) return;
      page = { ...page, after: position(list, last, page.sort) };
      rows = await readRows(list, request, page);
    }
  }
  return stream({ contentType: 'text/csv; charset=utf-8', stream: Readable.from(lines()) });
}

/** Rows as the CSV reads them. */
async function readRows<Filters extends Shape, Params extends z.ZodType, RowSchema extends z.ZodType<Row>>(
  list: ListDefinition<Filters, Params, RowSchema>,
  request: ListRequest<Filters, Params>,
  page: Page,
): Promise<Row[]> {
  const rows: unknown = await list.read(request, page);
  return rows as Row[];
}

/** From the schema, so that the header does not depend on which rows there are; objects by their own fields. */
function columnsOf(schema: z.ZodType, rows: readonly Row[]): string[] {
  if (!(schema instanceof z.ZodObject)) return [...new Set(rows.flatMap((row) => Object.keys(flatten(row))))];
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const bare = unwrap(field);
    return bare instanceof z.ZodObject ? Object.keys(bare.shape).map((inner) => `${name}_${inner}`) : [name];
  });
}

function unwrap(schema: z.ZodType): z.ZodType {
  const wrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return wrapped ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
