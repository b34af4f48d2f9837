import type { FileTable } from '../domain/tags/file-table.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { wrapText } from './wrap-text.ts';

/**
 * The case files of a statement as text, one on each line: columns with names would be too wide for a mail's 76 characters.
 * Empty cells become a dash, so that each cell stays in its place.
 */
export function filesText(table: ItemTable, { columns, rows }: FileTable): string {
  const head = columns.map(({ label }) => label).join(' · ');
  const rule = '-'.repeat(Math.min(head.length, 76));
  const files = rows.map((cells) => wrapText(cells.map((cell) => cell || '–').join(' · '), '  '));
  const more = table.moreItems ? [table.moreItems] : [];
  return [head, rule, ...files, ...more, rule, `${table.totalLabel} · ${table.total}`].join('\n');
}
