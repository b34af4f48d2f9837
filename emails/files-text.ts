import type { FileTable } from '../domain/tags/file-table.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';

/** The case files of a statement in text, one below the other: a table of names is too wide for a mail's 76 columns. */
export function filesText(table: ItemTable, { columns, rows }: FileTable): string {
  const files = rows.map((cells) =>
    columns.flatMap(({ label }, at) => (cells[at] ? [`${label}: ${cells[at]}`] : [])).join('\n'),
  );
  const more = table.moreItems ? [table.moreItems] : [];
  return [...files, ...more, `${table.totalLabel}: ${table.total}`].join('\n\n');
}
