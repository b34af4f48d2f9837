/** A line of a table: the heading of a group, or the index of a row. */
export type Line = { heading: string } | { row: number };

/** Adds a heading before each row whose group differs from that of the row before it. */
export function linesOf<Item>(rows: readonly Item[], groupOf?: (item: Item) => string): Line[] {
  let last: string | undefined;
  return rows.flatMap((item, row): Line[] => {
    const heading = groupOf?.(item);
    const isNew = heading !== undefined && heading !== last;
    last = heading;
    return isNew ? [{ heading }, { row }] : [{ row }];
  });
}

/** The index of a row among the lines. */
export const lineOfRow = (lines: readonly Line[], row: number): number =>
  lines.findIndex((line) => 'row' in line && line.row === row);
