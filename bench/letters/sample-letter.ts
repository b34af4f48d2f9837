import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';

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
  const item = {
    number: `F-2026-${(serial + 225).toString().padStart(4, '0')}`,
    kind: 'invoice' as const,
    issuedOn: '2026-10-06',
    dueOn: '2026-10-06',
    totalCents: 48_500,
    balanceCents: 48_500,
    daysLate: 47,
    level: 0,
    held: null,
    currency: 'EUR',
  };
  return {
    language: 'fr',
    debtorKind: 'consumer',
    level: 1,
    letterKind: 'simple',
    test: false,
    today: '2026-11-22',
    company: {
      name: 'Diagnostics Immobiliers Garonne',
      addressLines: ['18 rue des Chartrons'],
      postalCode: '33000',
      city: 'Bordeaux',
      country: 'FR',
      email: 'comptabilite@diag-garonne.example',
      phone: '05 56 00 00 00',
      siret: '123 456 789 00012',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      logoPng,
      showLogoInLetters: logoPng !== null,
      latePenaltyRateText: 'trois fois le taux d’intérêt légal',
    },
    customer: {
      name: 'Mme Hélène Desrosiers',
      reference: `C-${serial.toString().padStart(4, '0')}`,
      addressLines: ['27 avenue de la Libération'],
      postalCode: '33700',
      city: 'Mérignac',
      country: 'FR',
      contactName: null,
    },
    items: [item],
    accountItems: [item],
    informationItems: [],
    currency: 'EUR',
    sender: { name: 'Camille Leroy', email: 'camille.leroy@diag-garonne.example', phone: '05 56 00 00 01' },
    paymentDeadlineOn: '2026-12-01',
    paymentUrl: null,
    documentsUrl: null,
  };
}

const [first] = SHIPPED_TEMPLATES.filter(({ level }) => level === 1).flatMap((one) =>
  [one, ...one.variants].filter(({ kind, language }) => kind === 'letter' && language === 'fr'),
);
if (!first) throw new Error('no first reminder is shipped as a letter');
/** The text of the first reminder as a letter. */
export const TEMPLATE = first;
