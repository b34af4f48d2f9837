import { plainText, type Inline, type Marks, type TextRun } from '../domain/rich-text/document.ts';
import type { Face } from './fonts.ts';
import { face } from './fonts.ts';
import { letterText } from './letter-text.ts';
import { INK, LINK, USUAL } from './page-geometry.ts';

interface TextBox {
  x: number;
  width: number;
  size: number;
  /** Set for headings, which are bold throughout. */
  bold?: boolean;
  /** In points; as in a letter with room to spare unless it is given. */
  lineGap?: number;
}

/** Draws runs as one flowing paragraph from `doc.y` down, over as many pages as needed. */
export function drawInlines(doc: PDFKit.PDFDocument, inlines: readonly Inline[], box: TextBox): void {
  for (const line of linesOf(inlines)) drawLine(doc, line, box);
}

/** The height of a paragraph in points, as if it were all in one face: accurate enough to keep blocks together. */
export function heightOfInlines(doc: PDFKit.PDFDocument, inlines: readonly Inline[], box: TextBox): number {
  face(doc, box.bold ? 'bold' : 'regular', box.size, INK);
  return doc.heightOfString(letterText(plainText(inlines)), {
    width: box.width,
    lineGap: box.lineGap ?? USUAL.lineGap,
  });
}

function drawLine(doc: PDFKit.PDFDocument, runs: readonly TextRun[], box: TextBox): void {
  runs.forEach(({ text, marks }, index) => {
    face(doc, faceOf(marks, box.bold), box.size, marks.color ?? (marks.href ? LINK : INK));
    const options: PDFKit.Mixins.TextOptions = {
      width: box.width,
      lineGap: box.lineGap ?? USUAL.lineGap,
      continued: index < runs.length - 1,
      underline: Boolean(marks.underline ?? marks.href),
      link: marks.href ?? null,
    };
    if (index === 0) doc.text(letterText(text), box.x, doc.y, options);
    else doc.text(letterText(text), options);
  });
}

/** Splits at breaks; an empty line gets a no-break space, to keep its height. */
function linesOf(inlines: readonly Inline[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'break') lines.push([]);
    else lines.at(-1)!.push(inline);
  }
  return lines.map((line) => (line.length > 0 ? line : [{ type: 'text', text: '\u00a0', marks: {} }]));
}

function faceOf(marks: Marks, bold = false): Face {
  if (marks.strong || bold) return marks.em ? 'boldItalic' : 'bold';
  return marks.em ? 'italic' : 'regular';
}
