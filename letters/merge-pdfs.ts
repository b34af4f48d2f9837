import type * as PdfLib from '@cantoo/pdf-lib';

const CATALOG = 1;
const PAGES = 2;

/**
 * One PDF with all pages in the order given, in pieces; the same bytes for the same input. Each document is asked for when
 * those before it have been taken over, and let go then: thousands of letters never are in memory together.
 */
export async function* mergePdfs(
  pdfs: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  // Half a second of every start, for what few requests need.
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

/** The pages of a document and all they refer to, numbered from `last` on. */
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

/** The objects of a PDF that is being written, and where each begins. */
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

  /** The table of where each object begins, and where that table does. */
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
