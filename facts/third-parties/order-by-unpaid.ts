import type { Unpaid } from './read-unpaid.ts';

const FIGURES = {
  unpaid_count: 'count',
  unpaid_cents: 'cents',
  overdue_count: 'overdueCount',
  overdue_cents: 'overdueCents',
} as const;
export type UnpaidSort = keyof typeof FIGURES;

/** Of as many files those of the larger amount come first, or last. */
const AMONG_EQUALS: Partial<Record<UnpaidSort, (typeof FIGURES)[UnpaidSort]>> = {
  unpaid_count: 'cents',
  overdue_count: 'overdueCents',
};

export const isUnpaidSort = (sort: string): sort is UnpaidSort => Object.hasOwn(FIGURES, sort);

/** A page of third parties in the order of what is unpaid in their files. `after`: the last row of the page before. */
export interface UnpaidPage {
  by: UnpaidSort;
  descending: boolean;
  take: number;
  after: Place | null;
}

/** `then`: in cents, 0 in the order of an amount. */
interface Place {
  value: number;
  then: number;
  id: string;
}

/**
 * The ids of a page. The figures are not stored: each page has all third parties that fit, with their figures, and puts them in
 * order here. They are not as many as customers.
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
