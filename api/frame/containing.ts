/** `q` in a LIKE pattern: `%`, `_` and `\\` in it stand for themselves. */
export const literalPattern = (q: string): string => q.replaceAll(/[\\%_]/g, '\\$&');

/** A Prisma filter for text that holds `q`, in any case. */
export const containing = (q: string) => ({ contains: literalPattern(q), mode: 'insensitive' as const });
