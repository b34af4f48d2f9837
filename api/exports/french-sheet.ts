import { formatShortDate } from '../../domain/format/date.ts';
import { decimalsOf } from '../../domain/format/decimals.ts';
import { spreadsheetText } from '../../domain/format/spreadsheet-text.ts';

/** The mark by which spreadsheets recognise UTF-8. */
const BOM = '\u{FEFF}';

/** A number is no formula, although a credit begins with a minus sign. */
const FIGURE = /^-?\d+(,\d+)?$/;

/** The first line of a file that a French spreadsheet opens on a double click. */
export const sheetHead = (cells: readonly string[]): string => BOM + sheetLine(cells);

export const sheetLine = (cells: readonly (string | null)[]): string =>
  `${cells.map((text) => quoted(text ?? '')).join(';')}\r\n`;

/** `23/11/2026` */
export const sheetDay = (on: string | null): string => (on === null ? '' : formatShortDate(on));

/** `1234,56`: a number for a French spreadsheet, without its currency, which has its own column. */
export function sheetMoney(cents: number | null, currency: string): string {
  if (cents === null) return '';
  const decimals = decimalsOf(currency);
  return (cents / 10 ** decimals).toFixed(decimals).replace('.', ',');
}

function quoted(text: string): string {
  const safe = FIGURE.test(text) ? text : spreadsheetText(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
