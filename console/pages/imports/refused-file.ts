import { writeCsv } from './read-csv.ts';
import { uploadedOf } from './uploaded.ts';

interface Refusal {
  line: number;
  code: string;
  detail: string;
}

// So that spreadsheets read accents.
const MARK = '\ufeff';

/** The refused rows with why, as a file to be corrected and dropped again; without their cells when the page no longer has them. */
export function refusedFile(importId: string, refused: readonly Refusal[]): Blob {
  const uploaded = uploadedOf(importId);
  const header = uploaded?.upload.split('\n')[0]?.split(',') ?? [];
  const cells = new Map(uploaded?.rows.map((row) => [row.line, row.cells.map(({ text }) => text)]));
  const rows = refused.map(({ line, code, detail }) => [
    ...header.map((_, at) => safe(cells.get(line)?.[at] ?? '')),
    String(line),
    safe(`${code}: ${detail}`),
  ]);
  return new Blob([MARK, writeCsv([[...header, 'line', 'refused_because'], ...rows])], { type: 'text/csv' });
}

/** What a spreadsheet would take for a formula becomes text; a French one parts cells at `;` and at line ends, quoted or not. */
function safe(cell: string): string {
  const within = cell.replaceAll(/([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g, "$1'");
  return /^[=+\-@\t\r\n＝＋－＠]/.test(within) && !/^-?\d+$/.test(within) ? `'${within}` : within;
}
