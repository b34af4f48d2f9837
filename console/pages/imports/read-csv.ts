import { parse } from 'csv-parse/browser/esm/sync';
import { withoutGuard } from '../../table/safe-text.ts';

/** A parsed file. Empty lines are kept, so that line numbers are those of the file. */
export interface ReadFile {
  name: string;
  headers: string[];
  /** The rows below the header. `line` is the first line of the row; the header is line 1. */
  records: { line: number; cells: string[] }[];
}

/** An opening quotation mark on `line` that is never closed, so that the end of its cell is unknown. */
export class UnclosedQuote extends Error {
  readonly line: number;
  constructor(line: number) {
    super('A quotation mark is never closed.');
    this.line = line;
  }
}

/**
 * Parses a CSV file in UTF-8, UTF-16 or Windows-1252 with commas, semicolons or tabs. Throws `UnclosedQuote`, or
 * another error when it is no CSV file.
 */
export function readCsv(name: string, bytes: ArrayBuffer): ReadFile {
  const text = decode(bytes);
  let isUnclosed = false;
  const rows: string[][] = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // The parser only skips a record because of an unclosed quote, which swallows everything after it.
    skip_records_with_error: true,
    on_skip: () => {
      isUnclosed = true;
      return undefined;
    },
  });
  let line = 1;
  const records = rows.map((cells) => {
    const begins = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line: begins, cells: cells.map(withoutGuard) };
  });
  if (isUnclosed) throw new UnclosedQuote(line);
  const [header, ...rest] = records;
  return { name, headers: header?.cells ?? [], records: rest.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** The most frequent separator in the header. A tab wins a tie, because it rarely occurs in names. */
function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0] ?? '';
  const [first] = ['\t', ',', ';'].toSorted((one, other) => header.split(other).length - header.split(one).length);
  return first ?? ',';
}

function decode(bytes: ArrayBuffer): string {
  const [low, high] = new Uint8Array(bytes.slice(0, 2));
  let text: string;
  try {
    // Excel saves « Texte Unicode » in this encoding.
    if (low === 0xff && high === 0xfe) return new TextDecoder('utf-16le').decode(bytes).replace(/\r\n?/g, '\n');
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Writes cells as lines of a CSV file. Cells that look like formulas are not changed, because the API reads them as
 * text.
 */
export const writeCsv = (rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string =>
  rows.map((cells) => cells.map(quoted).join(separator)).join('\n') + '\n';

const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
