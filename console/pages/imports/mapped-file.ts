import { type AmountsRead, readCell } from './read-cell.ts';
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
  /** As the file has it, where what goes to the API is written otherwise and will be refused. */
  written?: string;
}

export interface MappedRow {
  line: number;
  /** That its amounts are in; the euro where it names none. */
  currency: string;
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
  const currencyAt = mapping.columns.indexOf('currency');
  return file.records.map(({ line, cells }) => {
    const isCreditNote =
      mapping.kind === 'invoices' && readCell(cells[kindAt]?.trim() ?? '', 'invoice_kind') === 'credit_note';
    const currency = cells[currencyAt]?.trim() || 'EUR';
    const read = ({ column, at }: (typeof kept)[number]): MappedCell => {
      const cell = (cells[at] ?? '').trim();
      // Only a credit note may go without a due date.
      if (cell === '' && column.name === 'due_on') return { text: '', isFaulty: !isCreditNote };
      const mapped = mapCell(cell, column, { unit: mapping.unit, currency });
      return column.form === 'cents' ? owed(mapped, cell, isCreditNote) : mapped;
    };
    return { line, currency, cells: dueInTime(kept, cells, kept.map(read)) };
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

/**
 * Accounting software writes credit notes with a minus, which the API's `kind` says already; no other amount is below zero, and
 * none is zero.
 */
function owed({ text, isFaulty }: MappedCell, written: string, isCreditNote: boolean): MappedCell {
  if (isFaulty || written === '') return { text, isFaulty };
  const isBelow = text.startsWith('-');
  if (Number(text) === 0 || (isBelow && !isCreditNote)) return { text, isFaulty: true, written };
  return { text: isBelow ? text.slice(1) : text, isFaulty };
}

/** Nothing is due before it was issued. */
function dueInTime(kept: readonly { column: Column; at: number }[], file: readonly string[], cells: MappedCell[]) {
  const of = (name: string) => kept.findIndex(({ column }) => column.name === name);
  const [issued, due, at] = [cells[of('issued_on')], cells[of('due_on')], kept[of('due_on')]?.at];
  if (!issued || !due || at === undefined || issued.isFaulty || due.isFaulty) return cells;
  if (due.text === '' || due.text >= issued.text) return cells;
  return cells.map((cell) => (cell === due ? { ...due, isFaulty: true, written: (file[at] ?? '').trim() } : cell));
}

function mapCell(cell: string, { form, required }: Column, amounts: AmountsRead): MappedCell {
  if (cell === '') return { text: '', isFaulty: required === true };
  const text = readCell(cell, form, amounts);
  return { text: text ?? cell, isFaulty: text === null };
}
