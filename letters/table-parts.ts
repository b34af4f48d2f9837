import type { ItemTable } from '../domain/tags/item-table.ts';
import { lineInBox } from './fit-text.ts';
import { face } from './fonts.ts';
import { BOTTOM, INK, LEFT, MUTED, RIGHT, WIDTH } from './page-geometry.ts';

/** In points: the font size of a cell, the height of a line, the room inside a cell and between columns. */
export const SIZE = 9;
export const LINE = 12;
export const PADDING = 4;
export const GAP = 6;

interface Box {
  x: number;
  width: number;
  align: 'left' | 'right';
}

/** Columns side by side over the width of the page, from widths in points; the first takes the remaining width. */
export function columnsFrom<Key extends string>(
  widths: readonly (readonly [key: Key, width: number, align: Box['align']])[],
): (Box & { key: Key })[] {
  let right = RIGHT - 2;
  const columns = widths
    .slice(1)
    .toReversed()
    .map(([key, width, align]) => {
      right -= width;
      return { key, x: right + GAP, width: width - GAP, align };
    });
  const [key, , align] = widths[0]!;
  return [{ key, x: LEFT + 2, width: right - LEFT - 2, align }, ...columns.toReversed()];
}

/** Draws the heads of columns at `y`; returns the y of the first row. */
export function drawHeads(doc: PDFKit.PDFDocument, heads: readonly (Box & { label: string })[], y: number): number {
  doc.rect(LEFT, y, WIDTH, rowHeight(1)).fill('#f1f3f5');
  face(doc, 'bold', SIZE - 0.5, INK);
  for (const { label, ...box } of heads) lineInBox(doc, label, { ...box, y: y + PADDING, size: SIZE - 0.5 });
  ruleAt(doc, y + rowHeight(1), INK, 0.8);
  return y + rowHeight(1);
}

/** Draws the total below the last row, under the column given, and beside it how many rows were left out. */
export function drawTotal(
  doc: PDFKit.PDFDocument,
  table: Pick<ItemTable, 'moreItems' | 'totalLabel' | 'total'>,
  y: number,
  under: Box,
): void {
  if (table.moreItems) {
    face(doc, 'italic', SIZE - 1, MUTED);
    lineInBox(doc, table.moreItems, { x: LEFT + 2, y: y + PADDING, width: WIDTH / 2, size: SIZE - 1 });
  }
  face(doc, 'bold', SIZE + 0.5, INK);
  const label = { x: LEFT + WIDTH / 2, width: under.x - GAP - LEFT - WIDTH / 2, y: y + PADDING, size: SIZE + 0.5 };
  lineInBox(doc, table.totalLabel, { ...label, align: 'right' });
  lineInBox(doc, table.total, { ...under, y: y + PADDING, size: SIZE + 0.5 });
  doc.y = y + rowHeight(1);
}

/** Begins a new page and returns true when `y` is below the page's end; `doc.y` is then the new page's top. */
export function newPageUnless(doc: PDFKit.PDFDocument, y: number): boolean {
  if (y <= BOTTOM) return false;
  doc.addPage();
  return true;
}

/** Draws a rule over the width of the text. */
export function ruleAt(doc: PDFKit.PDFDocument, y: number, color: string, width: number): void {
  doc.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(width).strokeColor(color).stroke();
}

/** The height in points of a row with this many lines. */
export function rowHeight(lines: number): number {
  return lines * LINE + 2 * PADDING - 1;
}

/** The height in points that has to be left on a page for a table to begin there: its head, a row and the total. */
export const TABLE_BEGINNING = 2 + rowHeight(1) * 3;
