/** The pattern of e-mail addresses that the API accepts. */
const ADDRESS = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const MOST_CHARACTERS = 254;

/** `Jean Dupont <jean@client.fr>`, as mail programs copy it. */
const NAMED = /^[^<>]*<\s*([^<>\s]+)\s*>$/;

export const isAddress = (text: string): boolean => text.length <= MOST_CHARACTERS && ADDRESS.test(text);

/**
 * Splits typed or pasted text into addresses. For `Name <address>` only the address is kept; addresses between spaces
 * are separated. Anything that is no address is kept as typed, so that the user sees it and can correct it. `known` are
 * the addresses that were there before.
 */
export function readAddresses(typed: readonly string[], known: readonly string[]): string[] {
  // « Dupont, Jean <jean@client.fr> » was split at its comma.
  const isHalfOfName = (piece: string, next = '') => !known.includes(piece) && !piece.includes('@') && NAMED.test(next);
  const read = typed.flatMap((given, at) => {
    const piece = given.trim();
    if (piece === '' || isHalfOfName(piece, typed[at + 1])) return [];
    const named = NAMED.exec(piece)?.[1];
    if (named) return [named];
    const parts = piece.split(/\s+/);
    return parts.every(isAddress) ? parts : [piece];
  });
  return [...new Set(read)];
}

/**
 * The addresses of a customer's contacts, each once: two contacts can share an address, and the select rejects
 * duplicate choices.
 */
export const contactAddresses = (contacts: readonly { email: string | null }[]): string[] => [
  ...new Set(contacts.flatMap(({ email }) => email || [])),
];
