const BASE = 36;
const LENGTH = 25;

/** A UUID in 25 letters and digits, for a provider whose references are shorter than a UUID. */
export function shortReference(uuid: string): string {
  return BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(BASE)
    .toUpperCase()
    .padStart(LENGTH, '0');
}

/** The UUID of a short reference; null for anything else. */
export function uuidOf(reference: string): string | null {
  if (!/^[0-9A-Za-z]{25}$/.test(reference)) return null;
  let value = 0n;
  for (const digit of reference) value = value * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE));
  const hex = value.toString(16).padStart(32, '0');
  if (hex.length > 32) return null;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
