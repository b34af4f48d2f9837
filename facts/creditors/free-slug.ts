import { folded } from '../../domain/format/folded.ts';
import type { Transaction } from '../../prisma/client.ts';

const LONGEST = 40;

/** A slug made from the name, with a number appended when it is taken. */
export async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const wanted = slugOf(name);
  const taken = await tx.creditor.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!slugs.has(slug)) return slug;
  }
}

function slugOf(name: string): string {
  const dashed = folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return dashed || 'creditor';
}
