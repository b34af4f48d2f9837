import type * as PdfLib from '@cantoo/pdf-lib';

const CATALOG = 1;
const PAGES = 2;

/**
 * One PDF with all pages in the order given, produced in pieces; the same input gives the same bytes. Each document is read
 * after the previous one has been written, then released, so that thousands of letters are never in memory together.
 */
export async function* mergePdfs(
  pdfs: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  // Loaded when needed: it would take half a second of every start, and few requests use it.
  const lib = await import('@cantoo/pdf-lib');
  const file = new Objects();
  const pages: PdfLib.PDFRef[] = [];
  yield file.piece('%PDF-1.7\n');
  for await (const pdf of pdfs) {
    const source = await lib.PDFDocument.load(pdf, { updateMetadata: false });
    const { copies, ofPages } = copyPages(lib, source, file.last);
    pages.push(...ofPages);
    yield Buffer.concat(copies.map(([{ objectNumber }, object]) => file.object(objectNumber, bytesOf(object))));
  }
  yield file.object(PAGES, `<< /Type /Pages /Count ${pages.length} /Kids [ ${pages.join(' ')} ] >>`);
  yield file.object(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R >>`);
  yield file.end();
}

/** Copies the pages of a document and all objects that they refer to, numbered after `last`. */
function copyPages(lib: typeof PdfLib, source: PdfLib.PDFDocument, last: number) {
  const context = lib.PDFContext.create();
  context.largestObjectNumber = last;
  const copier = lib.PDFObjectCopier.for(source.context, context);
  const ofPages = source.getPages().map(({ node }) => {
    const page = copier.copy(node);
    page.set(lib.PDFName.of('Parent'), lib.PDFRef.of(PAGES));
    return context.register(page);
  });
  return { copies: context.enumerateIndirectObjects(), ofPages };
}

function bytesOf(object: PdfLib.PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** Numbers the objects of a PDF while it is written, and remembers where each begins. */
class Objects {
  last = PAGES;
  #length = 0;
  readonly #begins: number[] = [];

  piece(content: string | Uint8Array): Uint8Array {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    this.#length += bytes.byteLength;
    return bytes;
  }

  object(number: number, content: string | Uint8Array): Uint8Array {
    this.#begins[number] = this.#length;
    this.last = Math.max(this.last, number);
    return Buffer.concat([this.piece(`${number} 0 obj\n`), this.piece(content), this.piece('\nendobj\n')]);
  }

  /** The table of where each object begins, followed by where that table begins. */
  end(): Uint8Array {
    const size = this.last + 1;
    const table = Array.from({ length: size }, (_, number) => {
      const begins = this.#begins[number];
      return begins === undefined ? '0000000000 65535 f \n' : `${String(begins).padStart(10, '0')} 00000 n \n`;
    });
    const trailer = `trailer\n<< /Size ${size} /Root ${CATALOG} 0 R >>\nstartxref\n${this.#length}\n%%EOF\n`;
    return this.piece(`xref\n0 ${size}\n${table.join('')}${trailer}`);
  }
}
