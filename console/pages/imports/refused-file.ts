import type { Language } from '../../words/language.ts';
import { withColon } from '../../words/joined.ts';
import { safeText } from '../../table/safe-text.ts';
import type { ImportKind } from './columns.ts';
import { refusalDetail } from './refusal-detail.ts';
import { refusalWord } from './refusal-word.ts';
import { writeCsv } from './read-csv.ts';
import { uploadedOf } from './uploaded.ts';

interface Refusal {
  line: number;
  code: string;
  detail: string;
}

const ADDED = { fr: ['ligne', 'motif du refus'], en: ['line', 'refused because'] };

// Lets spreadsheets recognize UTF-8.
const MARK = '\ufeff';

/**
 * The refused rows as the user's own file has them, under its own headings, each with the reason: to correct and import
 * again. Without their cells when the page no longer has them.
 */
export function refusedFile(kind: ImportKind, importId: string, refused: readonly Refusal[], language: Language): Blob {
  const uploaded = uploadedOf(importId);
  const header = uploaded?.headers ?? [];
  const cells = new Map(uploaded?.records.map((row) => [row.line, row.cells]));
  const rows = refused.map(({ line, code, detail }) => [
    ...header.map((_, at) => asTyped(cells.get(line)?.[at] ?? '')),
    String(line),
    safeText(withColon(language, refusalWord(code, language), refusalDetail(kind, detail, language))),
  ]);
  return new Blob(
    [MARK, writeCsv([[...header.map(safeText), ...ADDED[language]], ...rows], language === 'fr' ? ';' : ',')],
    {
      type: 'text/csv',
    },
  );
}

/** A negative amount as it was typed is no formula. */
const asTyped = (cell: string): string => (/^-[\d\s]+(?:[.,]\d+)?\s?€?$/.test(cell) ? cell : safeText(cell));
