import type { AccountRow, AccountTable } from '../domain/account/account-table.ts';
import type { AccountWords } from '../domain/wording/account-words.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { INK, LEFT, mm, MUTED, RULE, WIDTH } from './page-geometry.ts';
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
} from './table-parts.ts';

const COLUMNS = columnsFrom<Exclude<keyof AccountRow, 'note'>>([
  ['number', 0, 'left'],
  ['issuedOn', mm(21), 'left'],
  ['dueOn', mm(23), 'left'],
  ['daysLate', mm(18), 'right'],
  ['total', mm(27), 'right'],
  ['settled', mm(27), 'right'],
  ['balance', mm(27), 'right'],
]);

/** Draws what is open in one currency from `doc.y` down; its head is repeated on every page, the sums stay with the last row. */
export function drawAccountTable(
  doc: PDFKit.PDFDocument,
  table: AccountTable,
  labels: Labels,
  words: AccountWords,
): void {
  const heads = COLUMNS.map((column) => ({
    ...column,
    label: column.key === 'settled' ? words.settled : labels[column.key],
  }));
  let y = newPageUnless(doc, doc.y + 2 + rowHeight(1) * 4) ? doc.y : doc.y + 2;
  y = drawHeads(doc, heads, y);
  table.rows.forEach((row, index) => {
    face(doc, 'regular', SIZE, INK);
    const lines = linesOfWidth(doc, row.number, COLUMNS[0]!.width, 4);
    const height = rowHeight(lines.length + (row.note ? 1 : 0));
    const sums = index === table.rows.length - 1 ? rowHeight(1) * 2 : 0;
    if (newPageUnless(doc, y + height + sums)) y = drawHeads(doc, heads, doc.y);
    drawRow(doc, row, lines, y);
    y += height;
    ruleAt(doc, y, RULE, 0.5);
  });
  drawTotal(doc, table, y, COLUMNS.at(-1)!);
  drawOverdue(doc, table, doc.y);
  doc.x = LEFT;
}

function drawRow(doc: PDFKit.PDFDocument, row: AccountRow, lines: readonly string[], y: number): void {
  const [first] = COLUMNS;
  lines.forEach((text, index) => {
    face(doc, 'regular', SIZE, INK);
    lineInBox(doc, text, { ...first!, y: y + PADDING + index * LINE, size: SIZE });
  });
  for (const { key, ...box } of COLUMNS.slice(1)) {
    face(doc, 'regular', SIZE, INK);
    lineInBox(doc, row[key], { ...box, y: y + PADDING, size: SIZE });
  }
  if (!row.note) return;
  face(doc, 'italic', SIZE - 1, MUTED);
  const below = y + PADDING + lines.length * LINE;
  lineInBox(doc, row.note, { x: LEFT + 2, y: below, width: WIDTH / 2, size: SIZE - 1 });
}

function drawOverdue(doc: PDFKit.PDFDocument, table: AccountTable, y: number): void {
  const under = COLUMNS.at(-1)!;
  face(doc, 'regular', SIZE, MUTED);
  const label = { x: LEFT + WIDTH / 2, width: under.x - LEFT - WIDTH / 2 - 6, y, size: SIZE };
  lineInBox(doc, table.overdueLabel, { ...label, align: 'right' });
  lineInBox(doc, table.overdue, { ...under, y, size: SIZE });
  doc.y = y + LINE;
}
