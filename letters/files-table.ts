import { lacksGlyphs } from '../domain/format/letter-font.ts';
import type { StatementColumn } from '../domain/reminder-content.ts';
import type { FileColumn, FileTable } from '../domain/tags/file-table.ts';
import type { ItemRow, ItemTable } from '../domain/tags/item-table.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { letterText } from './letter-text.ts';
import { INK, LEFT, RIGHT, RULE } from './page-geometry.ts';
import {
  drawHeads,
  drawTotal,
  GAP,
  LINE,
  newPageUnless,
  PADDING,
  rowHeight,
  ruleAt,
  SIZE,
  TABLE_BEGINNING,
} from './table-parts.ts';

/** How the text columns share the width that the others leave. The others have no weight: they are as wide as their content. */
const WEIGHTS: Partial<Record<StatementColumn, number>> = { customer_name: 5, mission: 4 };
/** A reference of the usual form stays on one line; a wider one is broken. */
const WIDEST_REFERENCE = 'MMM-0000-00000';
/** In points: the greatest width of a column of amounts, and the smallest width in which a text can be read. */
const WIDEST = 84;
const NARROWEST_TEXT = 62;
/** Font sizes of a cell in points; a smaller one is used when many columns leave the texts too little room. */
const SIZES = [SIZE, 8.5, 8, 7.5, 7];
/** Only names and references run over several lines; dates and amounts stay on one. */
const MOST_LINES = 3;

type Column = FileColumn & { x: number; width: number };

/**
 * Draws the case files of a statement from `doc.y` down. The head is repeated on every page, the total stays on the page of
 * the last row.
 */
export function drawFilesTable(doc: PDFKit.PDFDocument, table: ItemTable, shown: FileTable): void {
  const files = onPaper(shown, table.rows);
  const { columns, size } = columnsOf(doc, files, table.total);
  let y = newPageUnless(doc, doc.y + TABLE_BEGINNING) ? doc.y : doc.y + 2;
  y = drawHeads(doc, columns, y);
  files.rows.forEach((cells, index) => {
    face(doc, 'regular', size, INK);
    const lines = cells.map((text, at) => linesOfCell(doc, text, columns[at]!));
    const height = rowHeight(Math.max(1, ...lines.map((of) => of.length)));
    const isLast = index === files.rows.length - 1;
    if (newPageUnless(doc, y + height + (isLast ? rowHeight(1) : 0))) y = drawHeads(doc, columns, doc.y);
    drawRow(doc, lines, columns, { y, size });
    y += height;
    ruleAt(doc, y, RULE, 0.5);
  });
  drawTotal(doc, table, y, columns.at(-1)!);
  doc.x = LEFT;
}

/** Leaves out numbers and references that a letter cannot print: with `?` in them they would identify nothing. */
function onPaper({ columns, rows }: FileTable, items: readonly ItemRow[]): FileTable {
  const printed = (text: string, { key }: FileColumn, item: ItemRow) => {
    if (key === 'invoice_number') return item.numberOnPaper ?? text;
    return key === 'case_reference' && lacksGlyphs(text) ? '' : text;
  };
  return {
    columns,
    rows: rows.map((cells, index) => cells.map((text, at) => printed(text, columns[at]!, items[index]!))),
  };
}

function drawRow(
  doc: PDFKit.PDFDocument,
  cells: readonly string[][],
  columns: readonly Column[],
  { y, size }: { y: number; size: number },
): void {
  cells.forEach((lines, at) => {
    const column = columns[at]!;
    lines.forEach((text, line) => {
      face(doc, 'regular', size, INK);
      lineInBox(doc, text, { ...column, y: y + PADDING + line * LINE, size });
    });
  });
}

function linesOfCell(doc: PDFKit.PDFDocument, text: string, { align, key, width }: Column): string[] {
  if (align === 'right' || key === 'issued_on' || key === 'due_on') return [text];
  return linesOfWidth(doc, text, width, MOST_LINES);
}

/** Computes the columns over the width of the page, in the largest font size that leaves each text enough room. */
function columnsOf(doc: PDFKit.PDFDocument, files: FileTable, total: string): { columns: Column[]; size: number } {
  const room = RIGHT - LEFT - 4 - GAP * (files.columns.length - 1);
  const texts = files.columns.filter(({ key }) => WEIGHTS[key]).length;
  const fixed = (size: number) => files.columns.map((_, at) => widthOfContent(doc, files, at, { size, total }));
  const size = SIZES.find((one) => sum(fixed(one)) + texts * NARROWEST_TEXT <= room) ?? SIZES.at(-1)!;
  const widths = shareOut(files, fixed(size), room);
  let x = LEFT + 2;
  const columns = files.columns.map((column, index): Column => {
    const box = { ...column, x, width: widths[index]! };
    x += box.width + GAP;
    return box;
  });
  return { columns, size };
}

/** The width that a column needs for its content; 0 for a text, which gets the remaining width. */
function widthOfContent(
  doc: PDFKit.PDFDocument,
  { columns, rows }: FileTable,
  at: number,
  { size, total }: { size: number; total: string },
): number {
  const { key, label } = columns[at]!;
  if (WEIGHTS[key]) return 0;
  face(doc, 'bold', SIZE + 0.5, INK);
  const ofTotal = at === columns.length - 1 ? doc.widthOfString(total) : 0;
  face(doc, 'bold', SIZE - 0.5, INK);
  const ofHead = doc.widthOfString(label);
  face(doc, 'regular', size, INK);
  const ofCells = rows.map((cells) => doc.widthOfString(letterText(cells[at] ?? '').slice(0, 60)));
  const isReference = key === 'case_reference' || key === 'invoice_number';
  const widest = isReference ? doc.widthOfString(WIDEST_REFERENCE) : WIDEST;
  return Math.min(widest, Math.max(ofTotal, ofHead, ...ofCells) + 1);
}

/** Gives the remaining width to the text columns by weight; without text columns, equally to all. */
function shareOut({ columns }: FileTable, fixed: readonly number[], room: number): number[] {
  const weights = columns.map(({ key }) => WEIGHTS[key] ?? 0);
  const isWeighted = sum(weights) > 0;
  const left = Math.max(0, room - sum(fixed));
  return fixed.map((width, at) => width + (isWeighted ? (left * weights[at]!) / sum(weights) : left / fixed.length));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
