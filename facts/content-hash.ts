import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text's UTF-8, in hexadecimal. */
export const sha256 = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex');

/** SHA-256 of the input as it was understood, whatever the order of its fields: what "the same content" means. */
export function contentHash(input: unknown): string {
  return sha256(JSON.stringify(canonical(input)));
}

/** Fields in order; what is absent and what is null are the same. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, canonical(field)]),
  );
}
