import { parse } from 'csv-parse/browser/esm/sync';
import { withoutGuard } from '../../table/safe-text.ts';

/** A file as it was dropped. Empty lines stay, so that line numbers are the file's. */
export interface ReadFile {
  name: string;
  headers: string[];
  /** Below the header. `line` is where it begins, the header being line 1. */
  records: { line: number; cells: string[] }[];
}

/** Reads a CSV file of UTF-8 or Windows-1252, with commas or semicolons. Throws when it is none. */
export function readCsv(name: string, bytes: ArrayBuffer): ReadFile {
  const text = decode(bytes);
  const firstLine = text.slice(0, text.indexOf('\n') >>> 0);
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const rows = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  let line = 1;
  const records = rows.map((cells) => {
    const begins = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line: begins, cells: cells.map(withoutGuard) };
  });
  const [header, ...rest] = records;
  return { name, headers: header?.cells ?? [], records: rest.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

function decode(bytes: ArrayBuffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text.replace(/\r\n?/g, '\n');
}

/** Cells as lines of a CSV file; cells that begin like a formula are left as they are: the API reads them as text. */
export const writeCsv = (rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string =>
  rows.map((cells) => cells.map(quoted).join(separator)).join('\n') + '\n';

const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
