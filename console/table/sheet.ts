import { dayIn } from '../words/days.ts';
import { decimalsOf } from '../words/decimals.ts';
import type { Language } from '../words/language.ts';
import { safeText } from './safe-text.ts';

/** A row of the API's CSV: its cells by column, e.g. `customer_name`. */
export type Cells = Readonly<Record<string, string>>;

type Value = string | number | boolean | null;
type From = string | ((cells: Cells) => Value | undefined);

/** The content of an exported cell: a column of the API's CSV, or something computed from several. */
export type SheetCell =
  | { text: From }
  /** A local date or an instant; any other text is not changed. */
  | { day: From }
  | { number: string }
  /** In the smallest unit of the row's currency. `currency` is for rows that name none. */
  | { money: From; currency?: string | null };

/** A column with its heading. Without `sheet` it is not exported, e.g. a button. */
export interface SheetColumn {
  header?: unknown;
  meta?: { sheet?: SheetCell } | undefined;
}

/** Adds to a column the exported cell with its id. */
export function withSheet<Column extends { id?: string | undefined; meta?: object | undefined }>(
  column: Column,
  sheets: Readonly<Record<string, SheetCell>>,
): Column {
  const sheet = sheets[column.id ?? ''];
  return sheet ? { ...column, meta: { ...column.meta, sheet } } : column;
}

export interface SheetWords {
  language: Language;
  /** IANA name of the creditor's time zone, for the days of instants. */
  timeZone: string;
  /** Heading of the column for the currency of amounts. */
  currency: string;
}

/** Lets spreadsheets recognize UTF-8. */
const BOM = '\u{FEFF}';

/**
 * Writes rows, in the columns shown, as a file that a spreadsheet in that language opens correctly by a double click.
 */
export function sheetOf(rows: readonly Cells[], columns: readonly SheetColumn[], words: SheetWords): string {
  const said = columns.flatMap(({ header, meta }) => (meta?.sheet ? [{ header: String(header), of: meta.sheet }] : []));
  const hasMoney = said.some(({ of }) => 'money' in of);
  const separator = words.language === 'fr' ? ';' : ',';
  const line = (cells: string[]) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
  const headings = [...said.map(({ header }) => safeText(header)), ...(hasMoney ? [words.currency] : [])];
  const lines = rows.map((cells) => {
    const own = said.map(({ of }) => written(of, cells, words));
    return line(hasMoney ? [...own, currencyOf(said, cells)] : own);
  });
  return [BOM, line(headings), ...lines].join('');
}

function written(of: SheetCell, cells: Cells, { language, timeZone }: SheetWords): string {
  const comma = (number: string) => (language === 'fr' ? number.replace('.', ',') : number);
  if ('number' in of) return comma(cells[of.number] ?? '');
  if ('money' in of) {
    const cents = from(of.money, cells);
    const decimals = decimalsOf(cells['currency'] || of.currency || 'EUR');
    return cents ? comma((Number(cents) / 10 ** decimals).toFixed(decimals)) : '';
  }
  if ('text' in of) return safeText(from(of.text, cells));
  const said = from(of.day, cells);
  if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(said)) return safeText(said);
  const day = dayIn(said, timeZone);
  return language === 'fr' ? day.split('-').reverse().join('/') : day;
}

const from = (what: From, cells: Cells): string => String((typeof what === 'string' ? cells[what] : what(cells)) ?? '');

function currencyOf(said: readonly { of: SheetCell }[], cells: Cells): string {
  const money = said.flatMap(({ of }) => ('money' in of ? [of] : []))[0];
  return safeText(cells['currency'] || money?.currency || '');
}

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The objects in a cell of the API's CSV, which writes a list as JSON objects separated by semicolons. */
export function listed(cell: string | undefined): Record<string, Value>[] {
  if (!cell) return [];
  try {
    return JSON.parse(`[${cell.replaceAll('}; {', '},{')}]`) as Record<string, Value>[];
  } catch {
    return [];
  }
}

/** The level of a row as everywhere else, e.g. `R2`. */
export const levelIn = ({ level }: Cells): string => (level ? `R${level}` : '');

/** The numbers of the invoices that a row is about. */
export const numbersIn = ({ invoices }: Cells): string =>
  listed(invoices)
    .map(({ number }) => number)
    .join(', ');
