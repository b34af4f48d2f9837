import type { Fault } from '../../facts/refused.ts';
import { toPointer } from './faults.ts';

const DEEPEST = 32;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether Postgres can store the text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text);

/**
 * The first fault in parsed JSON that no schema should have to deal with: nesting deeper than 32, text that cannot be
 * stored, a key that names a prototype. Not recursive, so that depth cannot exhaust the stack.
 */
export function hostileFault(json: unknown): Fault | null {
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: json, path: [] }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { value, path } = entry;
    if (typeof value === 'string' && !isStorable(value)) {
      return fault(path, 'The text holds a NUL or half of a character.', 'Take that character out.');
    }
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= DEEPEST) return fault([], `Nested deeper than ${DEEPEST}.`, 'Send a flatter value.');
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__') return fault(path, 'There is no field `__proto__`.', 'Take it out.');
      if (!isStorable(key)) return fault(path, 'A field name holds a NUL or half of a character.', 'Take it out.');
      open.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}

const fault = (path: (string | number)[], detail: string, fix: string): Fault => ({
  pointer: toPointer(path),
  detail,
  fix,
});
