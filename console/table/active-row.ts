/** The row that the keyboard is at, by id, and its last known position in the list. */
export interface ActiveRow {
  id: string;
  /** -1 when it was never seen. */
  index: number;
}

type Rows = readonly { id: string }[];

/** The current index of the active row. -1 when it is not in the list. */
export const indexOfActive = (rows: Rows, active: ActiveRow | null): number =>
  active ? rows.findIndex(({ id }) => id === active.id) : -1;

/**
 * The index of the next or previous row. When the active row has left the list, the row that took its place is next, so
 * that none is skipped.
 */
export function stepFrom(rows: Rows, active: ActiveRow | null, by: 1 | -1): number {
  const at = indexOfActive(rows, active);
  const left = active?.index ?? -1;
  const next = at >= 0 ? at + by : by > 0 ? left : left - 1;
  return Math.max(0, Math.min(rows.length - 1, next));
}
