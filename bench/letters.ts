// Letters a second against a bare pdfkit page with the same text in the same two faces.
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { ReminderContent } from '../domain/reminder-content.ts';
import { SHIPPED_TEMPLATES } from '../domain/shipped/templates.ts';
import { renderLetter } from '../letters/render-letter.ts';
import { type Pair, interleave, report, reportMachine, sized, timed } from './side-by-side.ts';

const ROUNDS = 9;
const LETTERS = sized(60, 5);

const FONTS = new URL('../letters/fonts/', import.meta.url);
const regular = readFileSync(new URL('relance-sans-regular.ttf', FONTS));
const bold = readFileSync(new URL('relance-sans-bold.ttf', FONTS));

/** What a letter says, piece by piece, and in which face: heard from pdfkit while one is drawn. */
async function textsOf(draw: () => Promise<unknown>): Promise<{ text: string; isBold: boolean }[]> {
  const methods = PDFDocument.prototype;
  const { text, font } = methods;
  const texts: { text: string; isBold: boolean }[] = [];
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

/** One page with these texts one below the other, and nothing else. */
function barePage(texts: readonly { text: string; isBold: boolean }[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 40, font: null as unknown as string });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.registerFont('regular', regular);
  doc.registerFont('bold', bold);
  for (const { text, isBold } of texts) doc.font(isBold ? 'bold' : 'regular', 8).text(text);
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

function contentOf(logoPng: Uint8Array | null): ReminderContent {
  const item = {
    number: 'F-2026-0412',
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
    isTest: false,
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
      reference: 'C-0187',
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
const template = first;
const perSecond = async (draw: () => Promise<unknown>): Promise<number> => {
  const ms = await timed(async () => {
    for (let count = 0; count < LETTERS; count += 1) await draw();
  });
  return LETTERS / (ms / 1000);
};

const plain = contentOf(null);
const logo = contentOf(new Uint8Array(readFileSync(new URL('../letters/shipped-logo.png', import.meta.url))));
const texts = await textsOf(() => renderLetter(template, plain));
const ours = () => perSecond(() => renderLetter(template, plain));
const bare = () => perSecond(() => barePage(texts));
await interleave(2, ours, bare); // Both warm before anything counts.
const withLogo: number[] = [];
const pair: Pair = await interleave(ROUNDS, ours, async () => {
  withLogo.push(await perSecond(() => renderLetter(template, logo)));
  return bare();
});
report({ what: 'Letters against a bare page with the same text', unit: 'letters/s', atLeast: 0.8 }, pair);
report(
  { what: 'The same with the shipped logo in the letter', unit: 'letters/s' },
  { ours: withLogo, bare: pair.bare },
);
reportMachine();
