import { z } from 'zod';
import { isStorable } from './hostile-input.ts';
import { malformed } from './problem.ts';

/** Where a page ended: the sorted value of its last row, and that row's id. */
export interface Position {
  value: string | number | null;
  id: string;
}

const written = z.tuple([
  z.string(),
  z.union([z.string().max(500).refine(isStorable), z.number(), z.null()]),
  z.uuid(),
]);

/** Opaque to callers. `order`, a list and its sort, is in it, so that a cursor cannot be used with another. */
export function writeCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([order, position.value, position.id])).toString('base64url');
}

/** Reads a cursor back; 400 for anything that `writeCursor` did not write for this order and type of value. */
export function readCursor(cursor: string, order: string, fits: (value: Position['value']) => boolean): Position {
  try {
    const [wasOrder, value, id] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (wasOrder === order && fits(value)) return { value, id };
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw malformed('The cursor is not valid.', [
    {
      pointer: '/cursor',
      detail: 'Not a cursor of this list in this order.',
      fix: 'Use next_cursor of the page before, with the same sort.',
    },
  ]);
}
