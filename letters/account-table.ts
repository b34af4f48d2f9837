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

/** In points: the heading's text, its height with the room below it, and the room above the table's head. */
const HEADING_SIZE = 11;
const HEADING = 22;
const ABOVE = 2;

const COLUMNS = columnsFrom<Exclude<keyof AccountRow, 'note'>>([
  ['number', 0, 'left'],
  ['issuedOn', mm(21), 'left'],
  ['dueOn', mm(23), 'left'],
  ['daysLate', mm(18), 'right'],
  ['total', mm(27), 'right'],
  ['settled', mm(27), 'right'],
  ['balance', mm(27), 'right'],
]);

/**
 * Draws the open items of one currency from `doc.y` down, with a heading if one is given; the table's head is repeated on
 * every page. The heading and the head stay on the page of the first row, the sums on that of the last.
 */
export function drawAccountTable(
  doc: PDFKit.PDFDocument,
  table: AccountTable,
  labels: Labels,
  words: AccountWords,
  heading: string | null,
): void {
  const heads = COLUMNS.map((column) => ({
    ...column,
    label: column.key === 'settled' ? words.settled : labels[column.key],
  }));
  const rows = table.rows.map((row, index) => laidOut(doc, row, index === table.rows.length - 1));
  const first = rows[0]?.room ?? 0;
  const isOnTop = newPageUnless(doc, doc.y + (heading ? HEADING : 0) + ABOVE + rowHeight(1) + first);
  if (heading) drawHeading(doc, heading);
  let y = drawHeads(doc, heads, isOnTop && !heading ? doc.y : doc.y + ABOVE);
  rows.forEach(({ row, lines, height, room }) => {
    if (newPageUnless(doc, y + room)) y = drawHeads(doc, heads, doc.y);
    drawRow(doc, row, lines, y);
    y += height;
    ruleAt(doc, y, RULE, 0.5);
  });
  drawTotal(doc, table, y, COLUMNS.at(-1)!);
  drawOverdue(doc, table, doc.y);
  doc.x = LEFT;
}

/** A row's lines of text and its height in points. `room` adds what has to be on the same page: the sums, for the last row. */
function laidOut(doc: PDFKit.PDFDocument, row: AccountRow, isLast: boolean) {
  face(doc, 'regular', SIZE, INK);
  const lines = linesOfWidth(doc, row.number, COLUMNS[0]!.width, 4);
  const height = rowHeight(lines.length + (row.note ? 1 : 0));
  return { row, lines, height, room: height + (isLast ? rowHeight(1) * 2 : 0) };
}

function drawHeading(doc: PDFKit.PDFDocument, heading: string): void {
  const y = doc.y;
  face(doc, 'bold', HEADING_SIZE, INK);
  lineInBox(doc, heading, { x: LEFT, y, width: WIDTH, size: HEADING_SIZE });
  doc.y = y + HEADING;
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
