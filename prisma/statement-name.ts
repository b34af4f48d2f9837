import { createHash } from 'node:crypto';

/** A list of ids makes a text of its own for each length: beyond so many, statements go unnamed. */
const MOST_NAMED = 1_000;

/**
 * At the head of a statement whose best plan depends on its values: Postgres plans it anew each time, for these values, and
 * does not keep one for all.
 */
export const PLANNED_ANEW = '/* planned anew */';

const names = new Map<string, string>();

/**
 * The name under which Postgres keeps a statement: parsed and planned once for a connection and not every time, which is
 * half of what a read with its relations costs. Empty: not kept.
 */
export function statementName(sql: string): string {
  if (sql.includes(PLANNED_ANEW)) return '';
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMED) return '';
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22);
  names.set(sql, name);
  return name;
}
