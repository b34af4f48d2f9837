/** The row that the keyboard is at, by id, and its last known position in the list. */
export interface ActiveRow {
  id: string;
  /** -1 when it was never seen. */
  index: number;
  /**
   * The row whose drawer was open when the keyboard moved to this row. Absent once the drawer of this row is rendered.
   */
  from?: string;
}

type Rows = readonly { id: string }[];

/** The current index of the active row. -1 when it is not in the list. */
export const indexOfActive = (rows: Rows, active: ActiveRow | null): number =>
  active ? rows.findIndex(({ id }) => id === active.id) : -1;

/** Keeps the keyboard position on its row while others come and go, and moves it to a row that is opened in any way. */
export function followed(rows: Rows, openId: string | undefined, active: ActiveRow | null): ActiveRow | null {
  const isLeft = openId !== undefined && openId === active?.from;
  const marked = openId === undefined || openId === active?.id || isLeft ? active : { id: openId, index: -1 };
  if (!marked) return null;
  const index = indexOfActive(rows, marked);
  const hasMoved = index >= 0 && index !== marked.index;
  const hasArrived = marked.from !== undefined && !isLeft;
  if (!hasMoved && !hasArrived) return marked;
  return { id: marked.id, index: index >= 0 ? index : marked.index, ...(isLeft ? { from: openId } : {}) };
}

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
