import type { Language } from '../domain/reminder-content.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { newDocument } from './new-document.ts';
import { BOTTOM, INK, LEFT, mm, MUTED, PAGE_HEIGHT, RIGHT, RULE, TOP, WIDTH } from './page-geometry.ts';

/** A case on paper, as plain data: all values are texts already. */
export interface CaseSummary {
  title: string;
  /** The creditor, and the day of the summary. */
  subtitle: string;
  author: string;
  /** `YYYY-MM-DD`: the document's date, so that the same case gives the same bytes. */
  createdOn: string;
  language: Language;
  sections: readonly SummarySection[];
  page: (page: number, pages: number) => string;
}

export interface SummarySection {
  title: string;
  /** Each with its label on the left; without a label the text takes the whole width. */
  rows: readonly { label: string; text: string }[];
  /** The text when there is no row. */
  none: string;
}

const SIZE = 9.5;
const LINE = 13;
const LABEL_WIDTH = mm(30);
/** For a paragraph and for a row; together less than a page. */
const MOST_LINES = 12;
const MOST_LINES_OF_ROW = 45;

/** Draws the summary of a case, over as many pages as needed. */
export async function renderCaseSummary(summary: CaseSummary): Promise<Uint8Array> {
  const { doc, bytes } = newDocument(summary);
  doc.addPage();
  face(doc, 'bold', 15, INK);
  lineInBox(doc, summary.title, { x: LEFT, y: TOP, width: WIDTH, size: 15 });
  face(doc, 'regular', SIZE, MUTED);
  lineInBox(doc, summary.subtitle, { x: LEFT, y: TOP + 22, width: WIDTH, size: SIZE });
  let y = TOP + 44;
  for (const section of summary.sections) y = drawSection(doc, section, y);
  drawPageNumbers(doc, summary);
  doc.end();
  return bytes;
}

function drawSection(doc: PDFKit.PDFDocument, { title, rows, none }: SummarySection, from: number): number {
  let y = roomFor(doc, from, 4 * LINE);
  face(doc, 'bold', 11, INK);
  lineInBox(doc, title, { x: LEFT, y, width: WIDTH, size: 11 });
  y += 16;
  doc.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.6).strokeColor(RULE).stroke();
  y += 5;
  for (const row of rows.length > 0 ? rows : [{ label: '', text: none }]) y = drawRow(doc, row, y);
  return y + 12;
}

function drawRow(doc: PDFKit.PDFDocument, { label, text }: { label: string; text: string }, from: number): number {
  const x = label === '' ? LEFT : LEFT + LABEL_WIDTH;
  const width = RIGHT - x;
  face(doc, 'regular', SIZE, INK);
  const all = text.split('\n', MOST_LINES_OF_ROW).flatMap((part) => linesOfWidth(doc, part, width, MOST_LINES));
  const lines = all.length > MOST_LINES_OF_ROW ? [...all.slice(0, MOST_LINES_OF_ROW - 1), '…'] : all;
  const y = roomFor(doc, from, Math.max(1, lines.length) * LINE);
  if (label !== '') {
    face(doc, 'regular', SIZE, MUTED);
    lineInBox(doc, label, { x: LEFT, y, width: LABEL_WIDTH - 6, size: SIZE });
  }
  lines.forEach((line, index) => {
    face(doc, 'regular', SIZE, INK);
    lineInBox(doc, line, { x, y: y + index * LINE, width, size: SIZE });
  });
  return y + Math.max(1, lines.length) * LINE + 2;
}

/** Returns `y` when the height still fits on the page; otherwise begins a page and returns its top. */
function roomFor(doc: PDFKit.PDFDocument, y: number, height: number): number {
  if (y + height <= BOTTOM) return y;
  doc.addPage();
  return TOP;
}

function drawPageNumbers(doc: PDFKit.PDFDocument, { page }: CaseSummary): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    doc.page.margins.bottom = 0;
    face(doc, 'regular', 7.5, MUTED);
    const box = { x: LEFT, y: PAGE_HEIGHT - mm(14), width: WIDTH, size: 7.5, align: 'right' as const };
    lineInBox(doc, page(index + 1, count), box);
  }
}
