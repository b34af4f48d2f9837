import type { StatementColumn } from '../domain/reminder-content.ts';
import type { FileColumn, FileTable } from '../domain/tags/file-table.ts';
import type { ItemTable } from '../domain/tags/item-table.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { INK, LEFT, RIGHT, RULE } from './page-geometry.ts';
import { drawHeads, drawTotal, GAP, LINE, newPageUnless, PADDING, rowHeight, ruleAt, SIZE } from './table-parts.ts';

/** How the columns of a statement share the width, whichever of them there are. */
const WEIGHTS: Record<StatementColumn, number> = {
  case_reference: 24,
  customer_name: 40,
  mission: 36,
  invoice_number: 26,
  issued_on: 20,
  due_on: 20,
  days_late: 18,
  total: 26,
  balance: 26,
};
/** Only names run over several lines; dates and amounts stay in one. */
const MOST_LINES = 3;

type Column = FileColumn & { x: number; width: number };

/** Draws the case files of a statement from `doc.y` down; its head is repeated, the total stays with the last row. */
export function drawFilesTable(doc: PDFKit.PDFDocument, table: ItemTable, files: FileTable): void {
  const columns = columnsOf(files);
  let y = newPageUnless(doc, doc.y + 2 + rowHeight(1) * 3) ? doc.y : doc.y + 2;
  y = drawHeads(doc, columns, y);
  files.rows.forEach((cells, index) => {
    face(doc, 'regular', SIZE, INK);
    const lines = cells.map((text, at) => linesOfCell(doc, text, columns[at]!));
    const height = rowHeight(Math.max(1, ...lines.map((of) => of.length)));
    const isLast = index === files.rows.length - 1;
    if (newPageUnless(doc, y + height + (isLast ? rowHeight(1) : 0))) y = drawHeads(doc, columns, doc.y);
    drawRow(doc, lines, columns, y);
    y += height;
    ruleAt(doc, y, RULE, 0.5);
  });
  drawTotal(doc, table, y, columns.at(-1)!);
  doc.x = LEFT;
}

function drawRow(doc: PDFKit.PDFDocument, cells: readonly string[][], columns: readonly Column[], y: number): void {
  cells.forEach((lines, at) => {
    const column = columns[at]!;
    lines.forEach((text, line) => {
      face(doc, 'regular', SIZE, INK);
      lineInBox(doc, text, { ...column, y: y + PADDING + line * LINE, size: SIZE });
    });
  });
}

function linesOfCell(doc: PDFKit.PDFDocument, text: string, { align, key, width }: Column): string[] {
  if (align === 'right' || key === 'issued_on' || key === 'due_on') return [text];
  return linesOfWidth(doc, text, width, MOST_LINES);
}

function columnsOf({ columns }: FileTable): Column[] {
  const room = RIGHT - LEFT - 4;
  const sum = columns.reduce((total, { key }) => total + WEIGHTS[key], 0);
  let x = LEFT + 2;
  return columns.map((column, index): Column => {
    const share = (room * WEIGHTS[column.key]) / sum;
    const box = { ...column, x, width: index === columns.length - 1 ? share : share - GAP };
    x += share;
    return box;
  });
}
