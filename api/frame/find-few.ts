import { folded } from '../../domain/format/folded.ts';
import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';
import { literalPattern } from './containing.ts';

const MOST = 2_000;
/** Shorter texts have no trigram that an index could hold. */
const SHORTEST = 3;

/**
 * The ids of the rows that hold `q`, where they are few: a statement for each place that it is looked for in, so that each takes the
 * index of its own place, as no single condition with an OR does. Null where they are many: then the list, read in its own order, soon has a page.
 * `places`: statements that answer ids, for a LIKE pattern.
 */
export async function findFew(
  db: Database,
  q: string,
  places: (pattern: string) => readonly Prisma.Sql[],
): Promise<string[] | null> {
  const text = folded(q);
  if ([...text].length < SHORTEST) return null;
  const each = places(`%${literalPattern(text)}%`).map((place) => Prisma.sql`(${place} LIMIT ${MOST + 1})`);
  const found = await db.$queryRaw<{ id: string }[]>`${Prisma.raw(PLANNED_ANEW)} ${Prisma.join(each, ' UNION ALL ')}`;
  return found.length > MOST ? null : [...new Set(found.map(({ id }) => id))];
}
