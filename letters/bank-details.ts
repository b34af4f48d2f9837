import type { BankLines } from '../domain/wording/bank-lines.ts';
import { lineInBox } from './fit-text.ts';
import { face } from './fonts.ts';
import { BOTTOM, INK, LEFT, MUTED, RULE, WIDTH } from './page-geometry.ts';

const LINE = 13;

/** A frame with what a transfer needs, never parted by a page end. */
export function drawBankDetails(doc: PDFKit.PDFDocument, { title, lines }: BankLines): void {
  const height = (lines.length + 1) * LINE + 12;
  if (doc.y + 4 + height > BOTTOM) doc.addPage();
  const top = doc.y + 4;
  doc.roundedRect(LEFT, top, WIDTH, height, 3).lineWidth(0.6).strokeColor(RULE).stroke();
  const box = { x: LEFT + 10, width: WIDTH - 20, size: 9 };
  face(doc, 'bold', 9, INK);
  lineInBox(doc, title, { ...box, y: top + 7 });
  lines.forEach((line, index) => {
    face(doc, 'regular', 9, index === 0 ? INK : MUTED);
    lineInBox(doc, line, { ...box, y: top + 7 + (index + 1) * LINE });
  });
  doc.y = top + height;
}
