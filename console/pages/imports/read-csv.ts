import { parse } from 'csv-parse/browser/esm/sync';
import { withoutGuard } from '../../table/safe-text.ts';

/** A file as it was dropped. Empty lines stay, so that line numbers are the file's. */
export interface ReadFile {
  name: string;
  headers: string[];
  /** Below the header. `line` is where it begins, the header being line 1. */
  records: { line: number; cells: string[] }[];
}

/** A quotation mark is opened and never closed, from `line` on: nobody can tell where that cell ends. */
export class UnclosedQuote extends Error {
  readonly line: number;
  constructor(line: number) {
    super('A quotation mark is never closed.');
    this.line = line;
  }
}

/**
 * Reads a CSV file of UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs. Throws `UnclosedQuote`, or anything else
 * when it is none.
 */
export function readCsv(name: string, bytes: ArrayBuffer): ReadFile {
  const text = decode(bytes);
  let isUnclosed = false;
  const rows: string[][] = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // Only an open quote makes the parser give up, and it takes in all that follows.
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

/** What stands most often in the header; a tab, which hardly stands in names, when it is as often. */
function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0] ?? '';
  const [first] = ['\t', ',', ';'].toSorted((one, other) => header.split(other).length - header.split(one).length);
  return first ?? ',';
}

function decode(bytes: ArrayBuffer): string {
  const [low, high] = new Uint8Array(bytes.slice(0, 2));
  let text: string;
  try {
    // How Excel writes its « Texte Unicode ».
    if (low === 0xff && high === 0xfe) return new TextDecoder('utf-16le').decode(bytes).replace(/\r\n?/g, '\n');
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
