import { isDeepStrictEqual } from 'node:util';

/** Whether a row holds already all that a change says; what is undefined says nothing. Then nothing is changed by it. */
export function isUnchanged(row: object, change: object): boolean {
  const held = new Map<string, unknown>(Object.entries(row));
  return Object.entries(change).every(
    ([field, value]) => value === undefined || isDeepStrictEqual(value, held.get(field)),
  );
}
