import type { BankLines } from '../domain/wording/bank-lines.ts';
import type { PaymentCode } from '../domain/wording/payment-code.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { BOTTOM, INK, LEFT, mm, MUTED, RIGHT, RULE, WIDTH } from './page-geometry.ts';

const LINE = 13;
const PADDING = 6;
/** The smallest size that a telephone can read; the white margin is a part of the code. */
const CODE_SIDE = mm(21);
const CAPTION_WIDTH = mm(42);

/** A frame with the bank details, never split over two pages. When only the lines fit on the page, the code is left out. */
export function drawBankDetails(doc: PDFKit.PDFDocument, { title, lines, code: wanted }: BankLines): void {
  const heightOfLines = (lines.length + 1) * LINE + 12;
  const heightWithCode = Math.max(heightOfLines, CODE_SIDE + 2 * PADDING);
  const isForLines = doc.y + 4 + heightWithCode > BOTTOM && doc.y + 4 + heightOfLines <= BOTTOM;
  if (isForLines && lines.length === 0) return;
  const code = isForLines ? null : wanted;
  const height = code ? heightWithCode : heightOfLines;
  if (doc.y + 4 + height > BOTTOM) doc.addPage();
  const top = doc.y + 4;
  doc.roundedRect(LEFT, top, WIDTH, height, 3).lineWidth(0.6).strokeColor(RULE).stroke();
  const taken = code ? CODE_SIDE + CAPTION_WIDTH + PADDING : 0;
  const box = { x: LEFT + 10, width: WIDTH - 20 - taken, size: 9 };
  face(doc, 'bold', 9, INK);
  lineInBox(doc, title, { ...box, y: top + 7 });
  lines.forEach((line, index) => {
    face(doc, 'regular', 9, index === 0 ? INK : MUTED);
    lineInBox(doc, line, { ...box, y: top + 7 + (index + 1) * LINE });
  });
  if (code) drawCode(doc, code, top + PADDING);
  doc.y = top + height;
}

function drawCode(doc: PDFKit.PDFDocument, { modules, caption }: NonNullable<BankLines['code']>, y: number): void {
  const x = RIGHT - PADDING - CODE_SIDE;
  const box = { x: x - CAPTION_WIDTH, width: CAPTION_WIDTH - PADDING, size: 8, align: 'right' as const };
  face(doc, 'regular', 8, MUTED);
  linesOfWidth(doc, caption, box.width, 4).forEach((line, index) =>
    lineInBox(doc, line, { ...box, y: y + index * 11 }),
  );
  drawModules(doc, modules, x, y);
}

/** Joins adjacent dark modules into one shape, so that no thin line shows between them. */
function drawModules(doc: PDFKit.PDFDocument, modules: PaymentCode, x: number, y: number): void {
  const side = CODE_SIDE / modules.length;
  modules.forEach((row, at) => {
    for (let from = row.indexOf(true); from >= 0; from = row.indexOf(true, from)) {
      const next = row.indexOf(false, from);
      const until = next < 0 ? row.length : next;
      doc.rect(x + from * side, y + at * side, (until - from) * side, side);
      from = until;
    }
  });
  doc.fill('#000000');
}
