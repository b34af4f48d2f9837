import type { Unpaid } from './read-unpaid.ts';

const FIGURES = {
  unpaid_count: 'count',
  unpaid_cents: 'cents',
  overdue_count: 'overdueCount',
  overdue_cents: 'overdueCents',
} as const;
export type UnpaidSort = keyof typeof FIGURES;

/** The tie-breaker for the counts: the amount, in the same direction. */
const AMONG_EQUALS: Partial<Record<UnpaidSort, (typeof FIGURES)[UnpaidSort]>> = {
  unpaid_count: 'cents',
  overdue_count: 'overdueCents',
};

export const isUnpaidSort = (sort: string): sort is UnpaidSort => Object.hasOwn(FIGURES, sort);

/** A page of third parties, ordered by what is unpaid in their files. `after` is the last row of the page before. */
export interface UnpaidPage {
  by: UnpaidSort;
  descending: boolean;
  take: number;
  after: Place | null;
}

/** `then` is the tie-breaker in cents; 0 when the order is by an amount. */
interface Place {
  value: number;
  then: number;
  id: string;
}

/**
 * The ids of a page. The figures are not stored, so that each page gets all matching third parties with their figures
 * and orders them here. There are far fewer of them than customers.
 */
export function orderByUnpaid(
  ids: readonly string[],
  unpaid: ReadonlyMap<string, Unpaid>,
  { by, descending, take, after }: UnpaidPage,
): string[] {
  const sign = descending ? -1 : 1;
  const before = (a: Place, b: Place) =>
    sign * (a.value - b.value || a.then - b.then || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const amongEquals = AMONG_EQUALS[by];
  const placeOf = (id: string): Place => {
    const figures = unpaid.get(id);
    return { id, value: figures?.[FIGURES[by]] ?? 0, then: (amongEquals && figures?.[amongEquals]) ?? 0 };
  };
  return ids
    .map(placeOf)
    .filter((row) => after === null || before(row, after) > 0)
    .sort(before)
    .slice(0, take)
    .map(({ id }) => id);
}
