import type { paths } from '../../api/schema.ts';
import { listOf, type Narrowed } from '../../figures/list-of.ts';

export type AgedQuery = NonNullable<paths['/v1/aged-balance']['get']['parameters']['query']>;

/** The filters of the aged balance, by their names in the API. */
const FILTERS = ['q', 'kind', 'collector_id', 'group_id'] as const;

export type AgedFilter = Pick<AgedQuery, (typeof FILTERS)[number]>;

/** Reads the filters from the address. */
export const agedFilter = (params: URLSearchParams): AgedFilter =>
  Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );

/** Each age, with the field of a row that holds its sum. */
export const AGES = [
  ['not_due', 'not_due_cents'],
  ['0_30', 'days_0_30_cents'],
  ['31_60', 'days_31_60_cents'],
  ['61_90', 'days_61_90_cents'],
  ['over_90', 'over_90_cents'],
] as const;

type CaseList = '/relances' | '/contentieux';

/**
 * The list of cases behind a total. Null when that list cannot be filtered the same way: it has no filter by group, and
 * its search looks for text in invoices.
 */
export function casesOfAll(
  path: CaseList,
  cases: Record<string, string | number>,
  { q, group_id: groupId, kind, collector_id: collectorId }: AgedFilter,
  narrowed: Omit<Narrowed, 'collectorId'>,
): string | null {
  if (q !== undefined || groupId !== undefined) return null;
  return listOf(path, { ...cases, ...(kind ? { customer_kind: kind } : {}) }, { ...narrowed, collectorId });
}
