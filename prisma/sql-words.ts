import { Prisma } from './generated/client.ts';

/** Constant words as an SQL list, `'reserved', 'rendered'`: as parameters they would not match partial indexes. */
export const sqlWords = (...list: readonly string[]): Prisma.Sql => {
  if (!list.every((word) => /^[a-z_]+$/.test(word))) throw new Error(`not words: ${list.join(', ')}`);
  return Prisma.raw(list.map((word) => `'${word}'`).join(', '));
};
