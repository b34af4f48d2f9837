import { folded } from '../../domain/format/folded.ts';

/** `q` for a LIKE pattern, with `%`, `_` and `\\` escaped. */
export const literalPattern = (q: string): string => q.replaceAll(/[\\%_]/g, '\\$&');

/** A Prisma filter for a `searchText` that contains `q`, ignoring case and accents. */
export const containing = (q: string) => ({ contains: literalPattern(folded(q)) });
