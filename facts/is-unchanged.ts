import { isDeepStrictEqual } from 'node:util';

/** True when the row already has every value of the change; undefined values are ignored. */
export function isUnchanged(row: object, change: object): boolean {
  const held = new Map<string, unknown>(Object.entries(row));
  return Object.entries(change).every(
    ([field, value]) => value === undefined || isDeepStrictEqual(value, held.get(field)),
  );
}
