import type { Criteria } from '../../domain/groups/criteria.ts';
import { fits } from '../../domain/groups/fits.ts';
import type { Database } from '../../prisma/client.ts';
import { readGroups } from './belonging.ts';
import { readFigures } from './read-figures.ts';

const PAGE = 5_000;
const EXAMPLES = 10;

interface CriteriaQuery {
  creditorId: string;
  at: Date;
  criteria: Criteria;
  /** As which group they would count, so that those before it take theirs first; null: as none. */
  priority: number | null;
  /** The group whose criteria these shall be: it does not stand before itself. */
  groupId: string | null;
}

export interface CriteriaPreview {
  /** Who fits. */
  count: number;
  /** Of those, who would belong to a group that is asked before. */
  takenBefore: number;
  /** The first who would belong, by id. */
  exampleIds: string[];
}

/** Who fits criteria that are not stored, as customers stand at `at`. Nothing is written. */
export async function previewCriteria(db: Database, query: CriteriaQuery): Promise<CriteriaPreview> {
  const { creditorId, at, criteria, priority, groupId } = query;
  const groups = (await readGroups(db, creditorId)).get(creditorId) ?? [];
  // Of two with one priority the older is asked first: a group that is not made yet is the youngest.
  const before = groups.filter(
    (group) =>
      priority !== null &&
      group.id !== groupId &&
      (group.priority < priority || (group.priority === priority && (groupId === null || group.id < groupId))),
  );
  const preview: CriteriaPreview = { count: 0, takenBefore: 0, exampleIds: [] };
  for (let after: string | null = null; ;) {
    const page = await readFigures(db, { creditorId, at, after, take: PAGE });
    for (const customer of page) {
      if (!fits(criteria, customer)) continue;
      preview.count += 1;
      if (before.some((group) => fits(group.criteria, customer))) preview.takenBefore += 1;
      else if (preview.exampleIds.length < EXAMPLES) preview.exampleIds.push(customer.id);
    }
    if (page.length < PAGE) return preview;
    after = page.at(-1)!.id;
  }
}
