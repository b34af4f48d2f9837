import { type AmountsRead, readCell } from './read-cell.ts';
import { type AmountUnit, type Column, COLUMNS, type ImportKind } from './columns.ts';
import { type ReadFile, writeCsv } from './read-csv.ts';

/** The API's column for each column of the file, and how its amounts are written. */
export interface Mapping {
  kind: ImportKind;
  /** In the order of the file. Null for a column that is not imported. */
  columns: readonly (string | null)[];
  unit: AmountUnit;
}

/** A cell as it will be sent to the API. `isFaulty`: the API will refuse it. */
export interface MappedCell {
  text: string;
  isFaulty: boolean;
  /** The original text of the file, for a faulty cell that would be sent in another form. */
  written?: string;
}

export interface MappedRow {
  line: number;
  /** The currency of the row's amounts; the euro when the row has none. */
  currency: string;
  cells: MappedCell[];
}

/** The columns that are sent to the API, with their positions in the file. */
export function keptColumns({ kind, columns }: Mapping): { column: Column; at: number }[] {
  return columns.flatMap((name, at) => {
    const column = COLUMNS[kind].find((one) => one.name === name);
    return column ? [{ column, at }] : [];
  });
}

/** The required columns that are missing. */
export const missingColumns = ({ kind, columns }: Mapping): Column[] =>
  COLUMNS[kind].filter((column) => column.required && !columns.includes(column.name));

/** The rows of the file as they will be sent. */
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
      // Only a credit note can have no due date.
      if (cell === '' && column.name === 'due_on') return { text: '', isFaulty: !isCreditNote };
      const mapped = mapCell(cell, column, { unit: mapping.unit, currency });
      return column.form === 'cents' ? owed(mapped, cell, isCreditNote) : mapped;
    };
    return { line, currency, cells: dueInTime(kept, cells, kept.map(read)) };
  });
}

/**
 * The file to upload: the API's header, and each row on the same line as in the original file, so that the line number
 * of a refusal is right.
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
 * Accounting software writes credit notes as negative amounts, which the API expresses with `kind`. Any other negative
 * amount, and zero, is faulty.
 */
function owed({ text, isFaulty }: MappedCell, written: string, isCreditNote: boolean): MappedCell {
  if (isFaulty || written === '') return { text, isFaulty };
  const isBelow = text.startsWith('-');
  if (Number(text) === 0 || (isBelow && !isCreditNote)) return { text, isFaulty: true, written };
  return { text: isBelow ? text.slice(1) : text, isFaulty };
}

/** Marks a due date before the issue date as faulty. */
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
