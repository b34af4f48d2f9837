import type { Position } from './cursor.ts';

const places = new WeakMap<object, Position>();

/**
 * Remembers the place that a row had when the list was sorted. Its fields are read later, and a payment may come in
 * between: a cursor made from the newer values would make the next page skip or repeat rows.
 */
export function placed<Row extends object>(row: Row, place: Position): Row {
  places.set(row, place);
  return row;
}

/** The remembered place; undefined when the row was read and sorted in one statement. */
export const placeOf = (row: object): Position | undefined => places.get(row);
