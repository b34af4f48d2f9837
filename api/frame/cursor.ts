import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStorable } from './hostile-input.ts';
import { malformed } from './problem.ts';

const CHECK_LENGTH = 8;

/** Where a page ended: the sorted value of its last row, the tie-breaker if the order has one, and the row's id. */
export interface Position {
  value: string | number | null;
  then?: number;
  id: string;
}

/** A row of a list, with the place it had when the list was put in order. */
export interface Placed<Row> {
  row: Row;
  position: Position;
}

const written = z.tuple([
  z.string(),
  z.union([z.string().max(500).refine(isStorable), z.number(), z.null()]),
  z.guid(),
  z.int().optional(),
]);

/**
 * Writes a cursor, opaque to callers. It contains `order` (a list and its sort), so that it cannot be used with
 * another. The check at its end is no secret; it detects a changed cursor.
 */
export function writeCursor(order: string, position: Position): string {
  const { value, id, then } = position;
  const text = JSON.stringify([order, value, id, ...(then === undefined ? [] : [then])]);
  const check = createHash('sha256').update(text).digest('base64url').slice(0, CHECK_LENGTH);
  return `${Buffer.from(text).toString('base64url')}${check}`;
}

/** Reads a cursor back; 400 for anything that `writeCursor` did not write for this order and type of value. */
export function readCursor(cursor: string, order: string, fits: (position: Position) => boolean): Position {
  try {
    const text = Buffer.from(cursor.slice(0, -CHECK_LENGTH), 'base64url').toString();
    const [wasOrder, value, id, then] = written.parse(JSON.parse(text));
    const position = { value, id, ...(then === undefined ? {} : { then }) };
    if (wasOrder === order && fits(position) && writeCursor(order, position) === cursor) return position;
  } catch {
    // Falls through: every invalid cursor gets the same answer.
  }
  throw malformed('The cursor is not valid.', [
    {
      pointer: '/cursor',
      detail: 'Not a cursor of this list in this order.',
      fix: 'Use next_cursor of the page before, with the same sort.',
    },
  ]);
}
