import { spreadsheetText } from '../../domain/format/spreadsheet-text.ts';

type Row = Record<string, unknown>;

/** A row of an answer as cells by column: nested fields become `customer_name`, lists are joined by `; `. */
export function flatten(row: Row): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (isPlainObject(value)) {
      for (const [inner, part] of Object.entries(flatten(value))) cells[`${name}_${inner}`] = part;
    } else {
      cells[name] = cell(value);
    }
  }
  return cells;
}

/** One line of RFC 4180, line end included. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;

/** A value as a cell: numbers unchanged; a text gets an apostrophe wherever a spreadsheet would start a formula. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text =
    typeof value === 'string' ? value : Array.isArray(value) ? value.map(listed).join('; ') : JSON.stringify(value);
  return spreadsheetText(text);
}

const listed = (part: unknown): string => (typeof part === 'string' ? part : JSON.stringify(part));

const isPlainObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
