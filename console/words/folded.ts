import { isOptionsGroup, type OptionsFilter } from '@mantine/core';

/** Text as people look for it, as the API's `q` does: in small letters, without accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a list to choose from offers while one types. */
export const offersFolded: OptionsFilter = ({ options, search, limit }) => {
  const words = folded(search.trim());
  return options
    .map((item) => (isOptionsGroup(item) ? { ...item, items: item.items.filter((one) => fits(one, words)) } : item))
    .filter((item) => isOptionsGroup(item) || fits(item, words))
    .slice(0, limit);
};

const fits = ({ label }: { label: string }, words: string): boolean => folded(label).includes(words);
