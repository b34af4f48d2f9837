import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import { SAMPLE_CONTENT, SAMPLE_ITEM } from './sample-content.ts';

const FONTS = new URL('../../letters/fonts/', import.meta.url);
const regular = readFileSync(new URL('relance-sans-regular.ttf', FONTS));
const bold = readFileSync(new URL('relance-sans-bold.ttf', FONTS));

/** A piece of text and its face. */
export interface Said {
  text: string;
  isBold: boolean;
}

/** Records each piece of text and its face from pdfkit's calls while a letter is drawn. */
export async function textsOf(draw: () => Promise<unknown>): Promise<Said[]> {
  const methods = PDFDocument.prototype;
  const { text, font } = methods;
  const texts: Said[] = [];
  let isBold = false;
  methods.font = function (name: string, ...rest: unknown[]) {
    isBold = name === 'bold';
    return font.call(this, name, ...rest);
  };
  methods.text = function (said: string, ...rest: unknown[]) {
    texts.push({ text: said, isBold });
    return text.call(this, said, ...rest);
  };
  try {
    await draw();
  } finally {
    Object.assign(methods, { text, font });
  }
  return texts;
}

/** This many pages with only these texts, one below the other. */
export function barePages(texts: readonly Said[], pages: number): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 40, font: null as unknown as string, autoFirstPage: false });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.registerFont('regular', regular);
  doc.registerFont('bold', bold);
  for (let page = 0; page < pages; page += 1) {
    doc.addPage();
    for (const { text, isBold } of texts) doc.font(isBold ? 'bold' : 'regular', 8).text(text);
  }
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

/** A first reminder to one of many customers; `serial` is the customer's number. */
export function contentOf(logoPng: Uint8Array | null, serial = 187): ReminderContent {
  const { company, customer } = SAMPLE_CONTENT;
  const item = { ...SAMPLE_ITEM, number: `F-2026-${(serial + 225).toString().padStart(4, '0')}` };
  return {
    ...SAMPLE_CONTENT,
    company: { ...company, logoPng, showLogoInLetters: logoPng !== null },
    customer: {
      ...customer,
      reference: `C-${serial.toString().padStart(4, '0')}`,
      addressLines: ['27 avenue de la Libération'],
    },
    items: [item],
    accountItems: [item],
    paymentUrl: null,
  };
}

const [first] = SHIPPED_TEMPLATES.filter(({ level }) => level === 1).flatMap((one) =>
  [one, ...one.variants].filter(({ kind, language }) => kind === 'letter' && language === 'fr'),
);
if (!first) throw new Error('no first reminder is shipped as a letter');
/** The text of the first reminder as a letter. */
export const TEMPLATE = first;
