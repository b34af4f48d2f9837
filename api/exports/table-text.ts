import { localClock, localDate } from '../../domain/calendar/local-time.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { csvOf } from './claim-row.ts';
import { sheetDay, sheetHead, sheetLine, sheetMoney } from './french-sheet.ts';

/** A table of a case with the API's column names: amounts `…_cents`, days `…_on`, instants `at` and `…_at` (RFC 3339 UTC). */
export interface Table {
  /** Each column with its French heading; null where the French table leaves it out. */
  headings: Readonly<Record<string, string | null>>;
  rows: readonly Readonly<Record<string, unknown>>[];
  french: Readonly<Partial<Record<string, InFrench>>>;
}

/** Turns a value that is not null into French: a code into words, a rate into a percentage. */
type InFrench = (value: unknown) => string;

export const tableOf = <Column extends string>(
  headings: Readonly<Record<Column, string | null>>,
  rows: readonly Readonly<Record<NoInfer<Column>, unknown>>[],
  french?: Readonly<Partial<Record<NoInfer<Column>, InFrench>>>,
): Table => ({ headings, rows, french: french ?? {} });

/** Replaces a code by its French words; returns an unknown value unchanged. */
export const worded =
  (codes: Readonly<Record<string, string>>): InFrench =>
  (value) =>
    codes[String(value)] ?? String(value);

/** How a table is written: the language, the time zone of its days, and the currency of all its amounts. */
export interface Telling {
  language: Language;
  timeZone: string;
  currency: string;
}

/** A table as CSV: in French for a French spreadsheet, in English with the API's names, for a program. */
export function tableText({ headings, rows, french }: Table, telling: Telling): string {
  if (telling.language === 'en') return csvOf(Object.keys(headings), rows);
  const shown = Object.entries(headings).flatMap(([column, heading]) =>
    heading === null ? [] : [{ column, heading }],
  );
  const cellOf = (row: Table['rows'][number], column: string) =>
    frenchCell(column, row[column] ?? null, french[column], telling);
  return [
    sheetHead(shown.map(({ heading }) => heading)),
    ...rows.map((row) => sheetLine(shown.map(({ column }) => cellOf(row, column)))),
  ].join('');
}

function frenchCell(column: string, value: unknown, inFrench: InFrench | undefined, telling: Telling): string | null {
  if (value === null) return null;
  if (inFrench) return inFrench(value);
  if (Array.isArray(value)) return value.map(String).join('\u00a0; ');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return column.endsWith('_cents') ? sheetMoney(value, telling.currency) : String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/(^|_)at$/.test(column)) return sheetInstant(value, telling.timeZone);
  return column.endsWith('_on') ? sheetDay(value) : value;
}

/** `23/11/2026 14:05`, local */
function sheetInstant(at: string, timeZone: string): string {
  const { hour, minute } = localClock(at, timeZone);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${sheetDay(localDate(at, timeZone))} ${two(hour)}:${two(minute)}`;
}
