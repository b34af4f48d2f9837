import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Answer, stream } from './answer.ts';
import { cell, csvLine, flatten } from './csv.ts';
import type { Placed } from './cursor.ts';
import type { Page } from './keyset.ts';

type Row = Record<string, unknown>;

const CSV_TYPE = 'text/csv; charset=utf-8';

/**
 * A whole list as CSV from the page `first` on, read in batches while it is sent. The first batch is read before the
 * answer begins, so that an unavailable database gives a 503 instead of a broken file. `schema` is that of a row.
 */
export async function csvOfList(
  schema: z.ZodType,
  first: Page,
  read: (page: Page) => Promise<Placed<Row>[]>,
): Promise<Answer> {
  let rows = await read(first);
  const columns = columnsOf(
    schema,
    rows.map(({ row }) => row),
  );
  async function* lines() {
    yield csvLine(columns);
    while (rows.length > 0) {
      yield rows.map(({ row }) => line(columns, row)).join('');
      const last = rows.length < first.take ? undefined : rows.at(-1);
      if (!last) return;
      rows = await read({ ...first, after: last.position });
    }
  }
  return stream({ contentType: CSV_TYPE, stream: Readable.from(lines()) });
}

function line(columns: readonly string[], row: Row): string {
  const cells = flatten(row);
  // An object with fields that are not known beforehand goes into one cell.
  return csvLine(columns.map((column) => cells[column] ?? cell(row[column])));
}

/**
 * Takes the columns from the schema, so that the header does not depend on the rows; nested objects have one column
 * for each field. Any other schema than an object's: from the rows.
 */
function columnsOf(schema: z.ZodType, rows: readonly Row[]): string[] {
  if (!(schema instanceof z.ZodObject)) return [...new Set(rows.flatMap((row) => Object.keys(flatten(row))))];
  // `customer_id` is also the id in `customer`.
  return [...new Set(fieldsOf(schema))];
}

function fieldsOf(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const bare = unwrap(field);
    return bare instanceof z.ZodObject ? fieldsOf(bare).map((inner) => `${name}_${inner}`) : [name];
  });
}

function unwrap(schema: z.ZodType): z.ZodType {
  const wrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return wrapped ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
