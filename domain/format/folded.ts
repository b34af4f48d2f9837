/**
 * Text as the search parameter `q` compares it: lower case, without accents, ligatures split, with straight apostrophes
 * and plain spaces, so that `L'ETE` finds “L’Été”. Postgres has the same function, `folded` (a test compares the two).
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ς', 'σ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ');
}
