import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** Opened once for all letters: reading a font anew costs half of what a letter does. */
function open(name: string): Font {
  const font = create(readFileSync(new URL(`./fonts/relance-sans-${name}.ttf`, import.meta.url)));
  if (!('layout' in font)) throw new Error(`not a single font: ${name}`);
  // fontkit remembers a glyph with the character it was first met under, or with none when it was met as a part of
  // another. Meeting all now makes every letter read (and copy) the same, whatever was drawn before it.
  for (const character of font.characterSet) font.glyphForCodePoint(character);
  return font;
}

const FACES = { regular: open('regular'), bold: open('bold'), italic: open('italic'), boldItalic: open('bold-italic') };

export type Face = keyof typeof FACES;

/** Names the faces for a document; a face costs bytes only in a letter that uses it. */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  // pdfkit takes an opened font too, which its types do not say.
  for (const [name, font] of Object.entries(FACES)) doc.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
} // prettier-ignore

/** Switches to a face and a size in points. */
export function face(doc: PDFKit.PDFDocument, name: Face, size: number, color: string): PDFKit.PDFDocument {
  return doc.font(name, size).fillColor(color);
}
