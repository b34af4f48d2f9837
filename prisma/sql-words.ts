import { Prisma } from './generated/client.ts';

/** Words of this code as a list of SQL, `'reserved', 'rendered'`: given as parameters, no partial index would hold them. */
export const sqlWords = (...list: readonly string[]): Prisma.Sql => {
  if (!list.every((word) => /^[a-z_]+$/.test(word))) throw new Error(`not words: ${list.join(', ')}`);
  return Prisma.raw(list.map((word) => `'${word}'`).join(', '));
};
