import type { Position } from './cursor.ts';

const places = new WeakMap<object, Position>();

/**
 * A row that keeps the place it had when the list was put in order. What it shows is read afterwards, and a payment may come between:
 * from where it stands by then the next page would leave out those between both places, or show them again.
 */
export function placed<Row extends object>(row: Row, place: Position): Row {
  places.set(row, place);
  return row;
}

/** Undefined: it was read and put in order at once. */
export const placeOf = (row: object): Position | undefined => places.get(row);
