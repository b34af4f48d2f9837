import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** Opens a font. Done once for all letters: reading a font again would take half the time of drawing a letter. */
function open(name: string): Font {
  const font = create(readFileSync(new URL(`./fonts/relance-sans-${name}.ttf`, import.meta.url)));
  if (!('layout' in font)) throw new Error(`not a single font: ${name}`);
  // fontkit remembers a glyph with the character for which it was first used, or with none when it was first used as part
  // of another glyph. Using all of them now makes every letter read and copy the same, whatever was drawn before it.
  for (const character of font.characterSet) font.glyphForCodePoint(character);
  return font;
}

const FACES = { regular: open('regular'), bold: open('bold'), italic: open('italic'), boldItalic: open('bold-italic') };

export type Face = keyof typeof FACES;

/** Registers the faces with a document; a face adds bytes only to a letter that uses it. */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  // pdfkit accepts an opened font too, although its types do not say so.
  for (const [name, font] of Object.entries(FACES)) doc.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
} // prettier-ignore

/** Switches to a face, a size in points and a colour. */
export function face(doc: PDFKit.PDFDocument, name: Face, size: number, color: string): PDFKit.PDFDocument {
  return doc.font(name, size).fillColor(color);
}
