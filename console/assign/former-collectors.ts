/** Chosen to follow them: no one. */
export const NOBODY = 'none';

/** A customer, and who follows him before he is given to another. */
export interface Assigned {
  id: string;
  collectorId: string | null;
}

/** To whom each goes back, collector by collector; those who were his already stay where they are. */
export function formerCollectors(customers: readonly Assigned[], chosen: string) {
  const now = chosen === NOBODY ? null : chosen;
  const others = customers.filter(({ collectorId }) => collectorId !== now);
  return [...new Set(others.map(({ collectorId }) => collectorId))].map((collectorId) => ({
    collectorId,
    ids: others.filter((one) => one.collectorId === collectorId).map(({ id }) => id),
  }));
}

/** The API takes so many at once. */
const MOST_AT_ONCE = 500;

export const portionsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, at) =>
    ids.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE),
  );
