import { type AmountUnit, type Column, COLUMNS, type ImportKind } from './columns.ts';
import { type ReadFile, writeCsv } from './read-csv.ts';

/** Which column each of the file's is, and how its amounts are written. */
export interface Mapping {
  kind: ImportKind;
  /** By the file's own order; null: left out. */
  columns: readonly (string | null)[];
  unit: AmountUnit;
}

/** A cell as it goes to the API; `isFaulty`: it will be refused. */
export interface MappedCell {
  text: string;
  isFaulty: boolean;
}

export interface MappedRow {
  line: number;
  cells: MappedCell[];
}

/** The columns that go to the API, with where they stand in the file. */
export function keptColumns({ kind, columns }: Mapping): { column: Column; at: number }[] {
  return columns.flatMap((name, at) => {
    const column = COLUMNS[kind].find((one) => one.name === name);
    return column ? [{ column, at }] : [];
  });
}

/** The columns that must be there and are not. */
export const missingColumns = ({ kind, columns }: Mapping): Column[] =>
  COLUMNS[kind].filter((column) => column.required && !columns.includes(column.name));

/** The file's rows as they will be sent. */
export function mapRows(file: ReadFile, mapping: Mapping): MappedRow[] {
  const kept = keptColumns(mapping);
  const kindAt = mapping.columns.indexOf('kind');
  return file.records.map(({ line, cells }) => {
    const isCreditNote = mapping.kind === 'invoices' && cells[kindAt]?.trim() === 'credit_note';
    const read = ({ column, at }: (typeof kept)[number]): MappedCell => {
      const cell = (cells[at] ?? '').trim();
      // Only a credit note may go without a due date.
      if (cell === '' && column.name === 'due_on') return { text: '', isFaulty: !isCreditNote };
      return mapCell(cell, column, mapping.unit);
    };
    return { line, cells: kept.map(read) };
  });
}

/**
 * The file to upload: the API's header, and every row on the line that it has in the file, so that a refused line is found
 * again.
 */
export function uploadOf(mapping: Mapping, rows: readonly MappedRow[]): string {
  const header = keptColumns(mapping).map(({ column }) => column.name);
  let text = writeCsv([header]);
  let line = 2;
  for (const row of rows) {
    if (row.line > line) text += '\n'.repeat(row.line - line);
    text += writeCsv([row.cells.map((cell) => cell.text)]);
    line = row.line + 1 + row.cells.reduce((sum, cell) => sum + cell.text.split('\n').length - 1, 0);
  }
  return text;
}

function mapCell(cell: string, { form, required }: Column, unit: AmountUnit): MappedCell {
  if (cell === '') return { text: '', isFaulty: required === true };
  const text = form === 'text' ? cell : form === 'cents' ? centsOf(cell, unit) : FORMS[form](cell);
  return { text: text ?? cell, isFaulty: text === null };
}

const KINDS: Record<string, string> = {
  particulier: 'consumer',
  professionnel: 'professional',
  'organisme public': 'public',
  entreprise: 'professional',
  consumer: 'consumer',
  professional: 'professional',
  public: 'public',
};

const FORMS = {
  day: dayOf,
  customer_kind: (cell: string): string | null => KINDS[cell.toLowerCase()] ?? null,
};

/** `31/12/2026` and `2026-12-31` alike; 31 February is none. */
function dayOf(cell: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return isDay(cell) ? cell : null;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  if (!day || !month || !year) return null;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) ? on : null;
}

// Browsers go on into March by themselves.
const isDay = (on: string): boolean => !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on);

/** Integer cents of `1 234,56 €`, `1234.56` or, where the file has cents, `123456`. */
function centsOf(cell: string, unit: AmountUnit): string | null {
  const plain = cell.replace(/[\s\u00a0\u202f€]/g, '');
  if (unit === 'cents') return /^-?\d+$/.test(plain) ? plain : null;
  const [, sign = '', whole, part = ''] = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? null : `${sign}${Number(whole + part.padEnd(2, '0'))}`;
}
