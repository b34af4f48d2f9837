import { isOptionsGroup, type OptionsFilter } from '@mantine/core';

/**
 * Normalizes text for search like the API's `q` (a test compares the two): lower case, no accents, ligatures split,
 * straight apostrophes, plain spaces.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ς', 'σ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ');

/** Filters the options of a select while the user types. */
export const offersFolded: OptionsFilter = ({ options, search, limit }) => {
  const words = folded(search.trim());
  return options
    .map((item) => (isOptionsGroup(item) ? { ...item, items: item.items.filter((one) => fits(one, words)) } : item))
    .filter((item) => isOptionsGroup(item) || fits(item, words))
    .slice(0, limit);
};

const fits = ({ label }: { label: string }, words: string): boolean => folded(label).includes(words);
