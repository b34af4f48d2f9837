import PDFDocument from 'pdfkit';
import type { Language, ReminderContent } from '../domain/reminder-content.ts';
import { registerFaces } from './fonts.ts';
import { BOTTOM, LEFT, PAGE_HEIGHT, TOP } from './page-geometry.ts';

/** The metadata of a document. */
interface AboutDocument {
  title: string;
  author: string;
  /** `YYYY-MM-DD`: the document's date, so that the same content gives the same bytes. */
  createdOn: string;
  language: Language;
}

export interface NewDocument {
  doc: PDFKit.PDFDocument;
  /** The bytes that the document has once it is ended. */
  bytes: Promise<Uint8Array>;
}

/** An empty document with our faces and no page yet. */
export function newDocument({ title, author, createdOn, language }: AboutDocument): NewDocument {
  const created = new Date(`${createdOn}T00:00:00Z`);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: TOP, bottom: PAGE_HEIGHT - BOTTOM, left: LEFT, right: LEFT },
    autoFirstPage: false,
    bufferPages: true,
    // No standard font: none is used, and French amounts would be printed wrongly in one.
    font: null as unknown as string,
    pdfVersion: '1.7',
    lang: language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: {
      Title: title,
      Author: author.slice(0, 200),
      Creator: 'Relance',
      Producer: 'pdfkit',
      CreationDate: created,
      ModDate: created,
    },
  });
  const bytes = collect(doc);
  registerFaces(doc);
  return { doc, bytes };
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

/** An empty letter, dated with the day printed on it. */
export const newLetter = (title: string, { language, company, today }: ReminderContent) =>
  newDocument({ title, author: company.name, createdOn: today, language });
