import { parse } from 'csv-parse/sync';
import { withoutGuard } from '../../domain/format/spreadsheet-text.ts';
import type { ImportKind } from '../../prisma/generated/enums.ts';
import { type Fault, FactRefused } from '../refused.ts';
import { ALSO_NAMED, COLUMNS } from './columns.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** A record of the file. `line` is where it begins, the header being line 1; `unreadable` says why it has no cells. */
export interface FileRecord {
  line: number;
  cells: Record<string, string>;
  unreadable: string | null;
}

interface Header {
  columns: string[];
  delimiter: ';' | ',';
}

const LONGEST_HEADER = 20_000;
/** A worker holds all records of a file at once: these limits keep a file to a part of its memory. */
const MOST_LINES = 250_000;
const MOST_CELLS = 8_000_000;
const [LF, CR, COMMA, SEMICOLON] = [0x0a, 0x0d, 0x2c, 0x3b];

/** The text of a file: UTF-8, with or without a byte order mark, otherwise Windows-1252. Line ends become `\n`. */
function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = decodeWindows1252(bytes);
  }
  return text.replace(/\r\n?/g, '\n');
}

/** Why a file is too long for one import, counted without parsing it; null when it is not. */
export function tooLong(bytes: Uint8Array): string | null {
  let [lines, commas, semicolons] = [1, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines += 1;
    else if (byte === COMMA) commas += 1;
    else if (byte === SEMICOLON) semicolons += 1;
  }
  const rows = lines - 1 - ([LF, CR].includes(bytes.at(-1) ?? 0) ? 1 : 0);
  if (rows > MOST_LINES) return `The file has ${rows} lines, of which ${MOST_LINES} are imported at once: split it.`;
  const cells = Math.max(commas, semicolons);
  return cells > MOST_CELLS
    ? `The file has more than ${MOST_CELLS} cells: split it, or leave empty columns out.`
    : null;
}

/** Reads the header of a CSV file. Refuses (invalid) an empty file and an unknown, repeated or missing column. */
export function readHeader(kind: ImportKind, bytes: Uint8Array): Header {
  return headerOf(kind, decode(bytes));
}

/** Reads all records of a file whose header is valid. A line that cannot be read becomes a record that says so. */
export function readRecords(kind: ImportKind, bytes: Uint8Array): FileRecord[] {
  const text = decode(bytes);
  const { columns, delimiter } = headerOf(kind, text);
  let lastLine = 1;
  const records: FileRecord[] = [];
  const unclosed: number[] = [];
  const rows = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Spreadsheets write the empty rows below the last one as lines of separators.
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_skip: () => {
      unclosed.push(0);
    },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  for (const { record, info } of rows.slice(1)) {
    const line = info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    lastLine = info.lines;
    records.push({ line, ...toCells(columns, record) });
  }
  // The parser only gives up on an open quote, which swallows everything up to the end of the file: it is the last
  // record.
  if (unclosed.length > 0)
    records.push({ line: lastLine + 1, cells: {}, unreadable: 'A quotation mark is never closed.' });
  return records;
}

function headerOf(kind: ImportKind, text: string): Header {
  const first = text.slice(0, LONGEST_HEADER).split('\n', 1)[0] ?? '';
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const columns = namesIn(first, delimiter);
  const faults = faultsIn(kind, columns);
  if (faults.length > 0) {
    throw new FactRefused('invalid', 'unreadable_header', 'The header of the file cannot be read.', faults);
  }
  return { columns, delimiter };
}

function namesIn(line: string, delimiter: string): string[] {
  const rows: string[][] = parse(line, { delimiter, relax_quotes: true, skip_records_with_error: true });
  const names = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  // Columns that a spreadsheet left empty on the right have no name.
  const named = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  return named.map((name) => ALSO_NAMED.get(name) ?? name);
}

function faultsIn(kind: ImportKind, columns: readonly string[]): Fault[] {
  const { required, optional } = COLUMNS[kind];
  const all = [...required, ...optional];
  const missing = required
    .filter((name) => !columns.includes(name))
    .map((name) => ({ detail: `The column ${name} is missing.`, fix: `Add the column ${name}.` }));
  const unknown = columns
    .filter((name) => !all.includes(name))
    .map((name) => ({
      detail: `There is no column ${JSON.stringify(name.slice(0, 60))}.`,
      fix: `Use: ${all.join(', ')}.`,
    }));
  const doubled = columns
    .filter((name, index) => columns.indexOf(name) !== index)
    .map((name) => ({ detail: `The column ${name} is there twice.`, fix: 'Leave one of them out.' }));
  return [...missing, ...unknown, ...doubled].slice(0, 20).map((fault) => ({ pointer: '', ...fault }));
}

/**
 * The non-empty cells by column, in one Unicode form, without the apostrophes that our own files put before formulas.
 */
function toCells(columns: readonly string[], record: readonly string[]): Pick<FileRecord, 'cells' | 'unreadable'> {
  if (record.slice(columns.length).some((cell) => cell.trim() !== '')) {
    const unreadable = `The line has ${String(record.length)} cells, the header ${String(columns.length)}.`;
    return { cells: {}, unreadable };
  }
  const named = columns.map(
    (name, index) => [name, withoutGuard((record[index] ?? '').trim().normalize('NFC'))] as const,
  );
  return { cells: Object.fromEntries(named.filter(([, cell]) => cell !== '')), unreadable: null };
}
