/** The choice of no collector. */
export const NOBODY = 'none';

/** A customer, and the customer's collector before the change. */
export interface Assigned {
  id: string;
  collectorId: string | null;
}

/**
 * Groups the customers by the collector to give them back to. Customers who already had the chosen collector are left
 * out.
 */
export function formerCollectors(customers: readonly Assigned[], chosen: string) {
  const now = chosen === NOBODY ? null : chosen;
  const others = customers.filter(({ collectorId }) => collectorId !== now);
  return [...new Set(others.map(({ collectorId }) => collectorId))].map((collectorId) => ({
    collectorId,
    ids: others.filter((one) => one.collectorId === collectorId).map(({ id }) => id),
  }));
}

/** Limit of the API for one request. */
const MOST_AT_ONCE = 500;

export const portionsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, at) =>
    ids.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE),
  );
