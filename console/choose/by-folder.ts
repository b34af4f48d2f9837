/** Something that is kept in a folder. Null for none. */
interface Filed {
  folder: string | null;
}

const WORDS = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** Comparator for `toSorted`: by folder name, items without a folder last. The order inside a folder is kept. */
export const byFolder = ({ folder: a }: Filed, { folder: b }: Filed): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  // Folders whose names differ only in capitals are different folders: keep each one's items together.
  return WORDS.compare(a, b) || (a < b ? -1 : 1);
};

/** Returns the function that gives each item its heading, or undefined when nothing is in a folder. */
export const headingsOf = (filed: readonly Filed[], noFolder: string): ((one: Filed) => string) | undefined =>
  filed.some(({ folder }) => folder !== null) ? ({ folder }) => folder ?? noFolder : undefined;
