/** As the API takes an address. */
const ADDRESS = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const MOST_CHARACTERS = 254;

/** `Jean Dupont <jean@client.fr>`, as programs for mail copy it. */
const NAMED = /^[^<>]*<\s*([^<>\s]+)\s*>$/;

export const isAddress = (text: string): boolean => text.length <= MOST_CHARACTERS && ADDRESS.test(text);

/**
 * Addresses as they were typed or pasted between commas: of one with a name only the address, several between spaces each by itself.
 * What is none stays as it was typed, so that it can be seen and mended. `known`: those that were there before.
 */
export function readAddresses(typed: readonly string[], known: readonly string[]): string[] {
  // « Dupont, Jean <jean@client.fr> » was parted at its comma.
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

/** The addresses of a customer's contacts to choose from: two of them may share one, and a list with the same choice twice is refused. */
export const contactAddresses = (contacts: readonly { email: string | null }[]): string[] => [
  ...new Set(contacts.flatMap(({ email }) => email || [])),
];
