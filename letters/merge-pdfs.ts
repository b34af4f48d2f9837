import type * as PdfLib from '@cantoo/pdf-lib';
import { PAGE_HEIGHT, PAGE_WIDTH } from './page-geometry.ts';

const CATALOG = 1;
const PAGES = 2;
const BLANK = `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [ 0 0 ${PAGE_WIDTH.toFixed(2)} ${PAGE_HEIGHT.toFixed(2)} ] /Resources << >> >>`;

/** What the merged file says of itself, and how it is printed. */
interface MergedFile {
  title: string;
  /** Printed on both sides: every document begins on the front of a sheet, after a blank page where it needs one. */
  isDuplex?: boolean;
}

/**
 * One PDF with all pages in the order given, produced in pieces; the same input gives the same bytes. Each document is read
 * after the previous one has been written, then released, so that thousands of letters are never in memory together. Its
 * author and language are those of the documents, where all have the same.
 */
export async function* mergePdfs(
  pdfs: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { title, isDuplex = false }: MergedFile,
): AsyncGenerator<Uint8Array, void> {
  // Loaded when needed: it would take half a second of every start, and few requests use it.
  const lib = await import('@cantoo/pdf-lib');
  const file = new Objects();
  const pages: PdfLib.PDFRef[] = [];
  const authors = new Set<string | undefined>();
  const languages = new Set<string | undefined>();
  yield file.piece('%PDF-1.7\n');
  for await (const pdf of pdfs) {
    const source = await lib.PDFDocument.load(pdf, { updateMetadata: false });
    authors.add(source.getAuthor());
    languages.add(source.catalog.lookupMaybe(lib.PDFName.of('Lang'), lib.PDFString, lib.PDFHexString)?.decodeText());
    if (isDuplex && pages.length % 2 === 1) {
      pages.push(lib.PDFRef.of(file.last + 1));
      yield file.object(file.last + 1, BLANK);
    }
    const { copies, ofPages } = copyPages(lib, source, file.last);
    pages.push(...ofPages);
    yield Buffer.concat(copies.map(([{ objectNumber }, object]) => file.object(objectNumber, bytesOf(object))));
  }
  yield file.object(PAGES, `<< /Type /Pages /Count ${pages.length} /Kids [ ${pages.join(' ')} ] >>`);
  const written = (name: string, text: string | undefined) =>
    text ? `/${name} ${lib.PDFHexString.fromText(text).toString()} ` : '';
  const catalog = `/Type /Catalog /Pages ${PAGES} 0 R ${written('Lang', only(languages))}`;
  yield file.object(CATALOG, `<< ${catalog}/ViewerPreferences << /DisplayDocTitle true >> >>`);
  const info = `${written('Title', title)}${written('Author', only(authors))}${written('Creator', 'Relance')}`;
  yield file.object(file.last + 1, `<< ${info}>>`);
  yield file.end();
}

/** The one value of all documents; undefined where they differ. */
const only = (values: ReadonlySet<string | undefined>): string | undefined =>
  values.size === 1 ? [...values][0] : undefined;

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

  /** The table of where each object begins, followed by where that table begins. The last object is about the file. */
  end(): Uint8Array {
    const size = this.last + 1;
    const table = Array.from({ length: size }, (_, number) => {
      const begins = this.#begins[number];
      return begins === undefined ? '0000000000 65535 f \n' : `${String(begins).padStart(10, '0')} 00000 n \n`;
    });
    const trailer = `trailer\n<< /Size ${size} /Root ${CATALOG} 0 R /Info ${this.last} 0 R >>\nstartxref\n${this.#length}\n%%EOF\n`;
    return this.piece(`xref\n0 ${size}\n${table.join('')}${trailer}`);
  }
}
