import type { Inline, Marks } from '../domain/rich-text/document.ts';
import type { Face } from './fonts.ts';
import { face } from './fonts.ts';
import { letterText } from './letter-text.ts';
import { INK, LINK } from './page-geometry.ts';

export interface TextBox {
  x: number;
  width: number;
  size: number;
  /** Set for headings, whose every run is bold. */
  bold?: boolean;
}

/** Draws runs as one flowing paragraph from `doc.y` down, over as many pages as it takes. */
export function drawInlines(doc: PDFKit.PDFDocument, inlines: readonly Inline[], box: TextBox): void {
  const runs = runsOf(inlines);
  runs.forEach(({ text, marks }, index) => {
    face(doc, faceOf(marks, box.bold), box.size, marks.color ?? (marks.href ? LINK : INK));
    const options: PDFKit.Mixins.TextOptions = {
      width: box.width,
      lineGap: 1.5,
      continued: index < runs.length - 1,
      underline: Boolean(marks.underline ?? marks.href),
      link: marks.href ?? null,
    };
    if (index === 0) doc.text(text, box.x, doc.y, options);
    else doc.text(text, options);
  });
}

/** Breaks become newlines at the end of the run before, which is how pdfkit goes on in the next line. */
function runsOf(inlines: readonly Inline[]): { text: string; marks: Marks }[] {
  const runs: { text: string; marks: Marks }[] = [];
  for (const inline of inlines) {
    if (inline.type === 'text') runs.push({ text: letterText(inline.text), marks: inline.marks });
    else if (runs.length > 0) runs.at(-1)!.text += '\n';
  }
  return runs;
}

function faceOf(marks: Marks, bold = false): Face {
  if (marks.strong || bold) return marks.em ? 'boldItalic' : 'bold';
  return marks.em ? 'italic' : 'regular';
}
