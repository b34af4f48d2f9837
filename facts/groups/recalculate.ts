import type { Database } from '../../prisma/client.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { newBelonging, readGroups } from './belonging.ts';
import { readFigures } from './read-figures.ts';
import { regroup } from './regroup.ts';

/** How many customers are looked at in one statement, and how many change in one transaction. */
const PAGE = 5_000;
const TOGETHER = 200;

export interface Recalculated {
  /** Customers looked at, and those of them who changed. */
  customers: number;
  changed: number;
  /** Where the next page begins; null after the last. */
  last: string | null;
}

/**
 * Looks at a page of a creditor's customers and puts those elsewhere who no longer belong where they are. `tell` is called
 * with the cases to be told once each part is stored; after `enough` of them the page ends early.
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

/** The customers of all creditors who would change groups at this instant: for whoever asks night after night. */
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
