/** What a table draws one below the other: the heading of a group, or a row by its index. */
export type Line = { heading: string } | { row: number };

/** A heading wherever a row's group is another than that of the row before it. */
export function linesOf<Item>(rows: readonly Item[], groupOf?: (item: Item) => string): Line[] {
  let last: string | undefined;
  return rows.flatMap((item, row): Line[] => {
    const heading = groupOf?.(item);
    const isNew = heading !== undefined && heading !== last;
    last = heading;
    return isNew ? [{ heading }, { row }] : [{ row }];
  });
}

/** Where each row stands among the lines. */
export const lineOfRow = (lines: readonly Line[], row: number): number =>
  lines.findIndex((line) => 'row' in line && line.row === row);
