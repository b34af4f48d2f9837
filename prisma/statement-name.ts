import { createHash } from 'node:crypto';

/** Each connection keeps what it was sent of these, at 50 to 350 KB a plan: beyond so many, statements go unnamed. */
const MOST_NAMED = 1_000;
/** A list makes a text of its own for each length, which comes back too seldom to be kept: but for the shortest. */
const MOST_IN_LIST = 4;

/**
 * At the head of a statement whose best plan depends on its values: Postgres plans it anew each time, for these values, and
 * does not keep one for all.
 */
export const PLANNED_ANEW = '/* planned anew */';

/** The name under which the connections of a pool keep a statement; empty: not kept. */
export type NameStatement = (sql: string) => string;

/**
 * Names the statements of one pool: parsed and planned once for a connection and not every time, which is half of what a
 * read with its relations costs.
 */
export function createStatementNames(): NameStatement {
  const names = new Map<string, string>();
  return (sql) => {
    if (sql.includes(PLANNED_ANEW)) return '';
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMED || hasLongList(sql)) return '';
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22);
    names.set(sql, name);
    return name;
  };
}

/** Whether it has a list of values, or rows to insert, of which there may be any number. */
function hasLongList(sql: string): boolean {
  for (const [, list = ''] of sql.matchAll(/\bIN \(([^()]+)\)/gi))
    if (list.split('$').length - 1 > MOST_IN_LIST) return true;
  return /\bVALUES \([^()]*\),\s*\(/i.test(sql);
}
