import type { ItemRow, ItemTable } from '../domain/tags/item-table.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { INK, LEFT, LINK, mm, MUTED, RULE, WIDTH } from './page-geometry.ts';
import {
  columnsFrom,
  drawHeads,
  drawTotal,
  LINE,
  newPageUnless,
  PADDING,
  rowHeight,
  ruleAt,
  SIZE,
  TABLE_BEGINNING,
} from './table-parts.ts';

const COLUMNS = columnsFrom<'number' | 'issuedOn' | 'dueOn' | 'daysLate' | 'total' | 'balance'>([
  ['number', 0, 'left'],
  ['issuedOn', mm(24), 'left'],
  ['dueOn', mm(25), 'left'],
  ['daysLate', mm(20), 'right'],
  ['total', mm(29), 'right'],
  ['balance', mm(29), 'right'],
]);

/** Draws a table from `doc.y` down. The head is repeated on every page, the total stays on the page of the last row. */
export function drawItemsTable(doc: PDFKit.PDFDocument, table: ItemTable, labels: Labels): void {
  const rows = table.rows.map((row) => ({ row, lines: numberLines(doc, row) }));
  let y = newPageUnless(doc, doc.y + TABLE_BEGINNING) ? doc.y : doc.y + 2;
  y = drawHead(doc, labels, y);
  rows.forEach(({ row, lines }, index) => {
    const height = rowHeight(lines.length + (row.note || row.paymentHref ? 1 : 0));
    const isLast = index === rows.length - 1;
    if (newPageUnless(doc, y + height + (isLast ? rowHeight(1) : 0))) y = drawHead(doc, labels, doc.y);
    drawRow(doc, row, lines, labels, y);
    y += height;
    ruleAt(doc, y, RULE, 0.5);
  });
  drawTotal(doc, table, y, COLUMNS.at(-1)!);
  doc.x = LEFT;
}

function drawHead(doc: PDFKit.PDFDocument, labels: Labels, y: number): number {
  return drawHeads(
    doc,
    COLUMNS.map((column) => ({ ...column, label: labels[column.key] })),
    y,
  );
}

function drawRow(doc: PDFKit.PDFDocument, row: ItemRow, lines: string[], labels: Labels, y: number): void {
  face(doc, 'regular', SIZE, INK);
  for (const column of COLUMNS.slice(1)) lineInBox(doc, row[column.key], { ...column, y: y + PADDING, size: SIZE });
  const first = COLUMNS[0]!;
  doc.fillColor(row.invoiceHref ? LINK : INK);
  lines.forEach((text, index) => {
    lineInBox(doc, text, { ...first, y: y + PADDING + index * LINE, size: SIZE, link: row.invoiceHref });
  });
  const below = y + PADDING + lines.length * LINE;
  if (row.note) {
    face(doc, 'italic', SIZE - 1, MUTED);
    lineInBox(doc, row.note, { x: LEFT + 2, y: below, width: WIDTH / 2, size: SIZE - 1 });
  }
  if (row.paymentHref) {
    face(doc, 'regular', SIZE - 1, LINK);
    const box = { x: LEFT + WIDTH / 2, y: below, width: WIDTH / 2 - 2, size: SIZE - 1, align: 'right' as const };
    lineInBox(doc, labels.payOnline, { ...box, link: row.paymentHref });
  }
}

function numberLines(doc: PDFKit.PDFDocument, row: ItemRow): string[] {
  face(doc, 'regular', SIZE, INK);
  return linesOfWidth(doc, row.numberOnPaper ?? row.number, COLUMNS[0]!.width, 4);
}
