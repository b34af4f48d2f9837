import { addressBlock, senderTown } from '../domain/format/postal-address.ts';
import { formatLongDate } from '../domain/format/date.ts';
import { fieldText } from '../domain/format/printable.ts';
import type { ReminderContent } from '../domain/reminder-content.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { lineInBox, linesOfWidth } from './fit-text.ts';
import { face } from './fonts.ts';
import { isUsableLogo } from './logo.ts';
import { ADDRESS_WINDOW, INK, LEFT, mm, MUTED } from './page-geometry.ts';

const LEFT_WIDTH = mm(82);

/** Logo and sender at the top left, references beside the address window, the address in it, place and date below. */
export function drawLetterhead(doc: PDFKit.PDFDocument, content: ReminderContent, labels: Labels): void {
  drawSender(doc, content);
  drawReferences(doc, content, labels);
  drawAddress(doc, content, labels);
  const city = fieldText(content.company.city, 60);
  const dated = labels.dated(city, formatLongDate(content.today, content.language));
  face(doc, 'regular', 10, INK);
  lineInBox(doc, dated, { x: ADDRESS_WINDOW.x, y: mm(96), width: mm(80), size: 10 });
  const mention = content.letterKind ? labels.letterKind[content.letterKind] : null;
  if (!mention) return;
  face(doc, 'bold', 10, INK);
  lineInBox(doc, mention, { x: LEFT, y: mm(96), width: LEFT_WIDTH, size: 10 });
}

function drawSender(doc: PDFKit.PDFDocument, { company, customer }: ReminderContent): void {
  let y = mm(12);
  if (company.showLogoInLetters && company.logoPng && isUsableLogo(company.logoPng)) {
    const logo = Buffer.from(company.logoPng.buffer, company.logoPng.byteOffset, company.logoPng.byteLength);
    doc.image(logo, LEFT, y, { fit: [mm(55), mm(16)], valign: 'center' });
    y += mm(18);
  }
  face(doc, 'bold', 11, INK);
  y = drawName(doc, fieldText(company.name, 200), y) + 2;
  face(doc, 'regular', 8.5, MUTED);
  const city = senderTown(company, customer);
  const contact = [company.phone, company.email]
    .map((part) => fieldText(part, 80))
    .filter(Boolean)
    .join(' · ');
  const lines = [...company.addressLines.slice(0, 3), city, contact]
    .map((line) => fieldText(line, 120))
    .filter(Boolean);
  for (const line of lines) {
    lineInBox(doc, line, { x: LEFT, y, width: LEFT_WIDTH, size: 8.5 });
    y += 11.5;
  }
}

/** Draws the name on one line, or smaller on up to three; returns the y below it. */
function drawName(doc: PDFKit.PDFDocument, name: string, y: number): number {
  const size = doc.widthOfString(name) > LEFT_WIDTH ? 9.5 : 11;
  doc.fontSize(size);
  const lines = linesOfWidth(doc, name, LEFT_WIDTH, 3);
  lines.forEach((line, index) => lineInBox(doc, line, { x: LEFT, y: y + index * 12.5, width: LEFT_WIDTH, size }));
  return y + lines.length * 12.5;
}

function drawReferences(doc: PDFKit.PDFDocument, content: ReminderContent, labels: Labels): void {
  const { sender, customer } = content;
  const lines: [string, string][] = [
    [labels.yourReference, fieldText(customer.reference, 60)],
    [labels.yourContact, fieldText(sender.name, 80)],
    [labels.phone, fieldText(sender.phone, 40)],
    [labels.email, fieldText(sender.email, 100)],
  ];
  let y = mm(64);
  for (const [label, value] of lines.filter(([, text]) => text !== '')) {
    face(doc, 'regular', 8.5, MUTED);
    lineInBox(doc, `${label} ${value}`, { x: LEFT, y, width: LEFT_WIDTH, size: 8.5 });
    y += 12.5;
  }
}

function drawAddress(doc: PDFKit.PDFDocument, content: ReminderContent, labels: Labels): void {
  const lines = addressBlock(content.customer, content.company, labels.attention);
  const inset = mm(2);
  face(doc, 'regular', 10.5, INK);
  lines.forEach((line, index) => {
    const y = ADDRESS_WINDOW.y + inset + index * mm(5);
    lineInBox(doc, line, { x: ADDRESS_WINDOW.x + inset, y, width: ADDRESS_WINDOW.width - 2 * inset, size: 10.5 });
  });
}
