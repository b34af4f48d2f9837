import { folded } from '../../domain/format/folded.ts';
import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { PLANNED_ANEW } from '../../prisma/statement-name.ts';
import { literalPattern } from './containing.ts';

const MOST = 2_000;
/** Shorter texts have no trigram that an index could hold. */
const SHORTEST = 3;

/**
 * The ids of the rows that contain `q`, or null when there are too many or `q` is too short; the caller then reads the list
 * in its own order, which soon fills a page. One statement for each place that is searched, so that each uses its own
 * index, which one condition with an OR would not. `places` returns statements that select ids, for a LIKE pattern.
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
