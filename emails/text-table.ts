import type { ItemRow, ItemTable } from '../domain/tags/item-table.ts';
import type { Labels } from '../domain/wording/labels.ts';

const COLUMNS = [
  { key: 'number', align: 'left' },
  { key: 'dueOn', align: 'left' },
  { key: 'daysLate', align: 'right' },
  { key: 'balance', align: 'right' },
] as const;
const MAX_NUMBER = 24;

/** A table as aligned lines, for a fixed-width font; a long number gets a line of its own. */
export function textTable(table: ItemTable, labels: Labels): string {
  const cells = table.rows.map((row) => COLUMNS.map(({ key }) => row[key]));
  const head = COLUMNS.map(({ key }) => labels[key]);
  const total = [table.totalLabel, '', '', table.total];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...[head, ...cells, total].map((row) => (isLong(row[column]!, column) ? 0 : row[column]!.length))),
  );
  const format = (row: readonly string[]) => formatRow(row, widths);
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const rows = cells.flatMap((row, index) => [format(row), ...notes(table.rows[index]!, labels)]);
  return [format(head), rule, ...rows, ...(table.moreItems ? [table.moreItems] : []), rule, format(total)].join('\n');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  const [number, ...others] = row as [string, ...string[]];
  const first = isLong(number, 0) ? `${number}\n${' '.repeat(widths[0]!)}` : number.padEnd(widths[0]!);
  const rest = others.map((cell, index) => {
    const width = widths[index + 1]!;
    return COLUMNS[index + 1]!.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
  });
  return [first, ...rest].join('  ').trimEnd();
}

function notes(row: ItemRow, labels: Labels): string[] {
  return [
    ...(row.note ? [`  (${row.note})`] : []),
    ...(row.invoiceHref ? [`  ${labels.viewInvoice}${labels.colon}${row.invoiceHref}`] : []),
    ...(row.paymentHref ? [`  ${labels.payOnline}${labels.colon}${row.paymentHref}`] : []),
  ];
}

function isLong(text: string, column: number): boolean {
  return column === 0 && text.length > MAX_NUMBER;
}
