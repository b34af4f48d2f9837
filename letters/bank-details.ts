import { formatIban } from '../domain/format/bank.ts';
import { fieldText } from '../domain/format/printable.ts';
import type { ReminderContent } from '../domain/reminder-content.ts';
import { itemsOf } from '../domain/tags/item-table.ts';
import { listOfNumbers } from '../domain/tags/tag-values.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { lineInBox } from './fit-text.ts';
import { face } from './fonts.ts';
import { BOTTOM, INK, LEFT, MUTED, RULE, WIDTH } from './page-geometry.ts';

const LINE = 13;

/** A frame with what a transfer needs; nothing without an IBAN. Never parted by a page end. */
export function drawBankDetails(doc: PDFKit.PDFDocument, content: ReminderContent, labels: Labels): void {
  const { iban, bic } = content.company;
  if (!iban) return;
  const numbers = listOfNumbers(itemsOf('#items_list_selected', content), content)?.text;
  const reference = [fieldText(content.customer.reference, 40), numbers].filter(Boolean).join(' – ');
  const bank = `IBAN ${formatIban(iban)}${bic ? `   BIC ${fieldText(bic, 11)}` : ''}`;
  const lines = [bank, `${labels.bankReference}\u00a0: ${reference}`];
  const height = (lines.length + 1) * LINE + 12;
  if (doc.y + 4 + height > BOTTOM) doc.addPage();
  const top = doc.y + 4;
  doc.roundedRect(LEFT, top, WIDTH, height, 3).lineWidth(0.6).strokeColor(RULE).stroke();
  const box = { x: LEFT + 10, width: WIDTH - 20, size: 9 };
  face(doc, 'bold', 9, INK);
  lineInBox(doc, labels.bankTitle, { ...box, y: top + 7 });
  lines.forEach((line, index) => {
    face(doc, 'regular', 9, index === 0 ? INK : MUTED);
    lineInBox(doc, line, { ...box, y: top + 7 + (index + 1) * LINE });
  });
  doc.y = top + height;
}
