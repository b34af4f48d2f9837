import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRawStream } from '@cantoo/pdf-lib';

export interface PrintedText {
  text: string;
  /** Where the baseline starts, in points from the left and from the top of the page. */
  x: number;
  y: number;
  size: number;
}

/** Every piece of text of a pdfkit document, page by page, with its place. Reads only what pdfkit writes. */
export async function printedTexts(pdf: Uint8Array): Promise<PrintedText[][]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map(textsOfPage);
}

/** All text of a document, its pieces separated by newlines. */
export async function printedText(pdf: Uint8Array): Promise<string> {
  return (await printedTexts(pdf)).map((page) => page.map(({ text }) => text).join('\n')).join('\n');
}

/** The targets of a page's links. */
export async function printedLinks(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().flatMap((page) => {
    const annotations = page.node.Annots()?.asArray() ?? [];
    return annotations.map((reference) => {
      const action = page.node.context.lookup(reference, PDFDict).lookup(PDFName.of('A'), PDFDict);
      return String(action.lookup(PDFName.of('URI'))).replace(/^\(|\)$/g, '');
    });
  });
}

function textsOfPage(page: PDFPage): PrintedText[] {
  const maps = new Map<string, Map<string, string>>();
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  if (!fonts) return [];
  for (const [name, font] of fonts.entries()) {
    const unicode = page.node.context.lookup(font, PDFDict).lookup(PDFName.of('ToUnicode'));
    maps.set(name.toString(), readUnicodeMap(inflate(unicode as PDFRawStream)));
  }
  const contents = page.node.Contents()!;
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((item) => page.node.context.lookup(item)) : [contents];
  return readContent(streams.map((stream) => inflate(stream as PDFRawStream)).join('\n'), maps);
}

function readContent(content: string, maps: Map<string, Map<string, string>>): PrintedText[] {
  const pieces: PrintedText[] = [];
  let [x, y, size, font] = [0, 0, 0, ''];
  const operators = /1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm|(\/F\d+) ([\d.]+) Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g;
  for (const [, atX, atY, name, points, array] of content.matchAll(operators)) {
    if (atX !== undefined) [x, y] = [Number(atX), 841.89 - Number(atY)];
    else if (name !== undefined) [font, size] = [name, Number(points)];
    else if (array !== undefined) pieces.push({ text: decode(array, maps.get(font)!), x, y, size });
  }
  return pieces;
}

function decode(array: string, map: Map<string, string>): string {
  const hex = [...array.matchAll(/<([0-9a-f]*)>/g)].map((match) => match[1]).join('');
  return (hex.match(/.{4}/g) ?? []).map((code) => map.get(code) ?? '\ufffd').join('');
}

/** pdfkit writes `<0000> <00ff> [<0041> <0042> …]`, one entry for each glyph from the first on. */
function readUnicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const entries = [...list!.matchAll(/<([0-9a-f ]*)>/g)];
    entries.forEach(([, units], index) => {
      const text = String.fromCharCode(
        ...(units!.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)),
      );
      map.set((parseInt(first!, 16) + index).toString(16).padStart(4, '0'), text);
    });
  }
  return map;
}

function inflate(stream: PDFRawStream): string {
  return inflateSync(stream.contents).toString('latin1');
}
