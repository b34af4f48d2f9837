import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text's UTF-8, in hexadecimal. */
export const sha256 = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex');

/** SHA-256 of the input as it was understood, whatever the order of its fields: what "the same content" means. */
export function contentHash(input: unknown): string {
  return hashOf(input, 'NFC');
}

/** Whether a stored hash is of this input; one that was stored before accents came in one form alone may be of the other form. */
export function isHashOf(hash: string, input: unknown): boolean {
  return hash === contentHash(input) || hash === hashOf(input, 'NFD');
}

function hashOf(input: unknown, form: 'NFC' | 'NFD'): string {
  return sha256(JSON.stringify(canonical(input, form)));
}

/** Fields in order, texts in one form; what is absent and what is null are the same. */
function canonical(value: unknown, form: 'NFC' | 'NFD'): unknown {
  if (typeof value === 'string') return value.normalize(form);
  if (Array.isArray(value)) return value.map((one) => canonical(one, form));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, canonical(field, form)]),
  );
}
