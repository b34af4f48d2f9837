/** What stands in a folder, or (null) in none. */
interface Filed {
  folder: string | null;
}

const WORDS = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** For `toSorted`: by folder as people look one up, what stands in none at the end; each folder keeps its order. */
export const byFolder = ({ folder: a }: Filed, { folder: b }: Filed): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  // Two folders that differ in their capitals alone are two all the same, and each stays in one piece.
  return WORDS.compare(a, b) || (a < b ? -1 : 1);
};

/** The heading that each stands under: none at all as long as nothing stands in a folder. */
export const headingsOf = (filed: readonly Filed[], noFolder: string): ((one: Filed) => string) | undefined =>
  filed.some(({ folder }) => folder !== null) ? ({ folder }) => folder ?? noFolder : undefined;
