import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text's UTF-8, in hexadecimal. */
export const sha256 = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex');

/** The SHA-256 of the parsed input, independent of the order of its fields: this is what "the same content" means. */
export function contentHash(input: unknown): string {
  return hashOf(input, 'NFC');
}

/**
 * True when the stored hash is of this input. Older hashes did not normalise accents, so the other Unicode form is
 * tried too.
 */
export function isHashOf(hash: string, input: unknown): boolean {
  return hash === contentHash(input) || hash === hashOf(input, 'NFD');
}

function hashOf(input: unknown, form: 'NFC' | 'NFD'): string {
  return sha256(JSON.stringify(canonical(input, form)));
}

/** Sorts the fields and brings texts to one Unicode form; absent and null fields count as the same. */
function canonical(value: unknown, form: 'NFC' | 'NFD'): unknown {
  if (typeof value === 'string') return value.normalize(form);
  if (Array.isArray(value)) return value.map((one) => canonical(one, form));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, canonical(field, form)]),
  );
}
