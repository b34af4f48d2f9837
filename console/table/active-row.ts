/** The row that the keys are at, by its id, and where it was last seen in the list. */
export interface ActiveRow {
  id: string;
  /** -1: never seen. */
  index: number;
}

type Rows = readonly { id: string }[];

/** Where the active row stands now; -1 when it is not in the list (any more). */
export const indexOfActive = (rows: Rows, active: ActiveRow | null): number =>
  active ? rows.findIndex(({ id }) => id === active.id) : -1;

/** The row after or before it. When it has left the list, what came after it stands in its place: none is passed over. */
export function stepFrom(rows: Rows, active: ActiveRow | null, by: 1 | -1): number {
  const at = indexOfActive(rows, active);
  const left = active?.index ?? -1;
  const next = at >= 0 ? at + by : by > 0 ? left : left - 1;
  return Math.max(0, Math.min(rows.length - 1, next));
}
