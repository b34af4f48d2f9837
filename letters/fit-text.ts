import { letterText } from './letter-text.ts';

/**
 * Draws one line in a box of a given width: in a smaller size when it is too long, cut with an ellipsis when still too
 * long.
 */
export function lineInBox(
  doc: PDFKit.PDFDocument,
  text: string,
  box: {
    x: number;
    y: number;
    width: number;
    size: number;
    minSize?: number;
    align?: 'left' | 'right';
    link?: string | null;
  },
): void {
  let line = letterText(text).replaceAll('\u200b', '');
  doc.fontSize(box.size);
  let width = doc.widthOfString(line);
  if (width > box.width) {
    doc.fontSize(Math.max(box.minSize ?? 6.5, Math.floor(((box.size * box.width) / width) * 10) / 10));
    line = cutToWidth(doc, line, box.width);
    width = doc.widthOfString(line);
  }
  const x = box.align === 'right' ? box.x + box.width - width : box.x;
  doc.text(line, x, box.y, { lineBreak: false, ...(box.link ? { link: box.link, underline: true } : {}) });
}

/**
 * Splits a text into lines that fit a width, at a space where possible, else at a hyphen; text beyond the last line is cut
 * with an ellipsis.
 */
export function linesOfWidth(doc: PDFKit.PDFDocument, text: string, width: number, maxLines: number): string[] {
  const lines: string[] = [];
  let rest = letterText(text).replaceAll('\u200b', '').trim();
  while (rest !== '' && lines.length < maxLines - 1 && doc.widthOfString(rest) > width) {
    const fitting = longestFitting(doc, rest, width);
    const space = rest.slice(0, fitting + 1).lastIndexOf(' ');
    const hyphen = rest.slice(0, fitting).lastIndexOf('-') + 1;
    const end = [space, hyphen].find((place) => place > fitting / 3) ?? fitting;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') lines.push(cutToWidth(doc, rest, width));
  return lines;
}

function cutToWidth(doc: PDFKit.PDFDocument, line: string, width: number): string {
  if (doc.widthOfString(line) <= width) return line;
  return `${line.slice(0, longestFitting(doc, line, width - doc.widthOfString('…'))).trimEnd()}…`;
}

/** How many characters fit, at least one; found by bisection. */
function longestFitting(doc: PDFKit.PDFDocument, line: string, width: number): number {
  let fits = 1;
  let tooLong = Math.min(line.length, 400) + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (doc.widthOfString(line.slice(0, middle)) <= width) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
