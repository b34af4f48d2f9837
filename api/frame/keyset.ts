import { z } from 'zod';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Position } from './cursor.ts';

/** A column that a list can be sorted by: its name in rows and in `sort=`, and Prisma's field. */
export interface SortColumn {
  /** Prisma's field. */
  column: string;
  type: 'text' | 'integer' | 'cents' | 'date' | 'instant';
  nullable?: true;
  /**
   * Optional integer tie-breaker between this column and `id`, in the same direction. `keyset()` does not support it;
   * only lists that write their own SQL use it.
   */
  then?: string;
}

export interface Page {
  /** How many rows to read: one more than shown, which tells whether there is a next page. */
  take: number;
  /** The name in `sort=`. */
  sort: string;
  descending: boolean;
  column: SortColumn;
  after: Position | null;
  /** Set when the whole list is read, page by page, for the same request. */
  whole?: true;
}

const DAY = z.union([z.iso.date(), z.iso.datetime()]);
const INSTANT = z.iso.datetime();

/** Whether a cursor can belong to a row in this column's order. */
export const fitsOrder = (column: SortColumn, { value, then }: Position): boolean =>
  (then === undefined) === (column.then === undefined) && fitsColumn(column, value);

function fitsColumn({ type, nullable }: SortColumn, value: Position['value']): boolean {
  if (value === null) return nullable === true;
  if (type === 'integer') return z.int32().safeParse(value).success;
  if (type === 'cents') return z.int().safeParse(value).success;
  if (typeof value !== 'string') return false;
  return type === 'text' || (value >= '0001' && (type === 'date' ? DAY : INSTANT).safeParse(value).success);
}

/**
 * The page as Prisma reads it: `findMany({ where: { AND: [filters, keyset(page).where] }, orderBy, take })`. Rows
 * without a value come last in both directions. No row is read twice or missed while other rows appear and disappear.
 */
export function keyset(page: Page) {
  const { column, nullable } = page.column;
  const direction: 'asc' | 'desc' = page.descending ? 'desc' : 'asc';
  const nulls = 'last' as const;
  return {
    where: page.after ? { OR: beyond(page, page.after) } : {},
    orderBy: [{ [column]: nullable ? { sort: direction, nulls } : direction }, { id: direction }],
    take: page.take,
  };
}

function beyond(page: Page, after: Position): Record<string, unknown>[] {
  const { column, nullable } = page.column;
  const further = page.descending ? 'lt' : 'gt';
  const value = toColumn(page.column, after.value);
  const same = { [column]: value, id: { [further]: after.id } };
  if (value === null) return [same];
  return [{ [column]: { [further]: value } }, same, ...(nullable ? [{ [column]: null }] : [])];
}

function toColumn({ type }: SortColumn, value: Position['value']): string | number | Date | null {
  if (typeof value !== 'string') return value;
  if (type === 'date') return toDateColumn(value.slice(0, 10));
  return type === 'instant' ? new Date(value) : value;
}
