import type { Database } from '../../prisma/client.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { newBelonging, readGroups } from './belonging.ts';
import { readFigures } from './read-figures.ts';
import { regroup } from './regroup.ts';

/** The number of customers read in one statement, and the number changed in one transaction. */
const PAGE = 5_000;
const TOGETHER = 200;

export interface Recalculated {
  /** Customers looked at, and how many of them changed. */
  customers: number;
  changed: number;
  /** The id after which the next page begins; null after the last page. */
  last: string | null;
}

/**
 * Moves those of a page of a creditor's customers that no longer belong to their group. `tell` is called with the cases
 * to tell after each part is stored; the page ends early after `enough` of them.
 */
export async function recalculatePage(
  db: Database,
  context: FactContext,
  after: string | null,
  tell: (tellings: Telling[]) => Promise<void>,
  enough = 500,
): Promise<Recalculated> {
  const { creditorId, at } = context;
  const groups = await readGroups(db, creditorId);
  const page = await readFigures(db, { creditorId, at, after, take: PAGE });
  const moving = page.filter((customer) => newBelonging(groups, customer) !== null).map(({ id }) => id);
  let changed = 0;
  let told = 0;
  for (let first = 0; first < moving.length; first += TOGETHER) {
    const part = moving.slice(first, first + TOGETHER);
    const done = await regroup(db, context, part);
    await tell(done.tellings);
    changed += done.changed;
    told += done.tellings.length;
    const last = part.at(-1)!;
    if (told >= enough && first + TOGETHER < moving.length) {
      return { customers: page.filter(({ id }) => id <= last).length, changed, last };
    }
  }
  return { customers: page.length, changed, last: page.length < PAGE ? null : (page.at(-1)?.id ?? null) };
}

/**
 * The customers of all creditors who would change groups at this instant, for the demonstration's clock, which asks
 * every night.
 */
export async function customersToRegroup(db: Database, at: Date): Promise<{ id: string; creditorId: string }[]> {
  const groups = await readGroups(db, null);
  const found: { id: string; creditorId: string }[] = [];
  for (let after: string | null = null; ;) {
    const page = await readFigures(db, { creditorId: null, at, after, take: PAGE });
    found.push(...page.filter((customer) => newBelonging(groups, customer) !== null));
    if (page.length < PAGE) return found;
    after = page.at(-1)!.id;
  }
}
