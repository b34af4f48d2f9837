/** A Prisma filter for text that holds `q`, in any case; `%`, `_` and `\` in it stand for themselves. */
export const containing = (q: string) => ({ contains: q.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const });
