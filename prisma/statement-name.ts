import { createHash } from 'node:crypto';

/**
 * Each connection keeps the plans of named statements, at 50 to 350 KB each: beyond this number, statements get no
 * name.
 */
const MOST_NAMED = 1_000;
/** A list gives another text for each length, which comes back too seldom to be kept, except for the shortest. */
const MOST_IN_LIST = 4;

/**
 * The prefix of a statement whose best plan depends on its values: Postgres plans it each time for these values, and
 * keeps no plan.
 */
export const PLANNED_ANEW = '/* planned anew */';

/** The name under which the connections of a pool keep a statement; empty when it is not kept. */
export type NameStatement = (sql: string) => string;

/**
 * Names the statements of one pool, so that each connection parses and plans them once and not every time, which is
 * half of the cost of a read with relations.
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

/** True when it has a list of values, or rows to insert, of any length. */
function hasLongList(sql: string): boolean {
  for (const [, list = ''] of sql.matchAll(/\bIN \(([^()]+)\)/gi))
    if (list.split('$').length - 1 > MOST_IN_LIST) return true;
  return /\bVALUES \([^()]*\),\s*\(/i.test(sql);
}
