import { readFileSync } from 'node:fs';

const file = (name: string): Buffer => readFileSync(new URL(`./fonts/relance-sans-${name}.ttf`, import.meta.url));

const FACES = { regular: file('regular'), bold: file('bold'), italic: file('italic'), boldItalic: file('bold-italic') };

export type Face = keyof typeof FACES;

/** Names the faces for a document; a face costs bytes only in a letter that uses it. */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const [name, bytes] of Object.entries(FACES)) doc.registerFont(name, bytes);
}

/** Switches to a face and a size in points. */
export function face(doc: PDFKit.PDFDocument, name: Face, size: number, color: string): PDFKit.PDFDocument {
  return doc.font(name, size).fillColor(color);
}
