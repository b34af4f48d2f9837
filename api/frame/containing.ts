import { folded } from '../../domain/format/folded.ts';

/** `q` in a LIKE pattern: `%`, `_` and `\\` in it stand for themselves. */
export const literalPattern = (q: string): string => q.replaceAll(/[\\%_]/g, '\\$&');

/** A Prisma filter for a `searchText` that holds `q`: in any case, with or without accents. */
export const containing = (q: string) => ({ contains: literalPattern(folded(q)) });
