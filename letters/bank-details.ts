import type { BankLines } from '../domain/wording/bank-lines.ts';
import type { PaymentCode } from '../domain/wording/payment-code.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { BOTTOM, INK, LEFT, mm, MUTED, RIGHT, RULE, WIDTH } from './page-geometry.ts';

const LINE = 13;
const PADDING = 6;
/** Space above the frame, in points. */
const GAP = 4;
/** The smallest size that a telephone can read; the white margin is a part of the code. */
const CODE_SIDE = mm(21);
const CAPTION_WIDTH = mm(42);

/** Height of the frame in points, with the space above it and the code if there is one. */
export function heightOfBank({ lines, code }: BankLines): number {
  return GAP + Math.max(heightOfLines(lines), code ? CODE_SIDE + 2 * PADDING : 0);
}

/**
 * A frame with the bank details, never split over two pages. When only the lines fit on the page, the code is left out.
 * Returns true when the frame began a new page.
 */
export function drawBankDetails(doc: PDFKit.PDFDocument, bank: BankLines): boolean {
  const { title, lines, code: wanted } = bank;
  const below = (height: number) => doc.y + height > BOTTOM;
  const isForLines = below(heightOfBank(bank)) && !below(heightOfBank({ ...bank, code: null }));
  if (isForLines && lines.length === 0) return false;
  const code = isForLines ? null : wanted;
  const height = heightOfBank({ ...bank, code }) - GAP;
  const beginsPage = below(GAP + height);
  if (beginsPage) doc.addPage();
  const top = doc.y + GAP;
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
  return beginsPage;
}

const heightOfLines = (lines: readonly string[]) => (lines.length + 1) * LINE + 12;

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
