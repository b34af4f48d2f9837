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
  /**
   * The priority of the group with these criteria; groups before it take their customers first. With null there are no
   * groups before it.
   */
  priority: number | null;
  /** The group that gets these criteria, so that it is not counted as standing before itself; null for a new group. */
  groupId: string | null;
}

export interface CriteriaPreview {
  /** Customers that fit. */
  count: number;
  /** The part of `count` that a group tried earlier would take. */
  takenBefore: number;
  /** The first customers that would belong to the group, by id. */
  exampleIds: string[];
}

/** Which customers fit criteria that are not stored, as of `at`. Nothing is written. */
export async function previewCriteria(db: Database, query: CriteriaQuery): Promise<CriteriaPreview> {
  const { creditorId, at, criteria, priority, groupId } = query;
  const groups = (await readGroups(db, creditorId)).get(creditorId) ?? [];
  // Of two groups with the same priority the older one is tried first; a group that does not exist yet is the youngest.
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
