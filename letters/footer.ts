import { formatLongDate } from '../domain/format/date.ts';
import { fieldText } from '../domain/format/printable.ts';
import type { ReminderContent } from '../domain/reminder-content.ts';
import { companyFoot } from '../domain/wording/company-identity.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { lineInBox } from './fit-text.ts';
import { face } from './fonts.ts';
import { LEFT, mm, MUTED, PAGE_HEIGHT, RIGHT, RULE, WIDTH } from './page-geometry.ts';

const NUMBER_WIDTH = 40;
const DAY_WIDTH = 90;
const LINE = 9.5;

/**
 * Draws on every page the company's identity, the page number and, for a test, a discreet mark; after the first page also
 * whose letter it is. The pages have to be buffered.
 */
export function drawFooters(doc: PDFKit.PDFDocument, content: ReminderContent, labels: Labels): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    // Otherwise pdfkit would begin a new page for text below the margin.
    doc.page.margins.bottom = 0;
    const y = PAGE_HEIGHT - mm(14);
    doc
      .moveTo(LEFT, y - 5)
      .lineTo(RIGHT, y - 5)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
    face(doc, 'regular', 7.5, MUTED);
    // Telephone and e-mail are in the letterhead; with them this line would be so long that it is cut off.
    const box = { x: LEFT, width: WIDTH - NUMBER_WIDTH - 8, size: 7.5, minSize: 6 };
    companyFoot(content.company, content.customer).forEach((line, index) =>
      lineInBox(doc, line, { ...box, y: y + index * LINE }),
    );
    if (page > 0) drawWhoseLetter(doc, content);
    const number = { x: RIGHT - NUMBER_WIDTH, y, width: NUMBER_WIDTH, size: 7.5, align: 'right' as const };
    lineInBox(doc, labels.page(page + 1, count), number);
    if (!content.test) continue;
    face(doc, 'regular', 8, MUTED);
    lineInBox(doc, labels.test, { x: mm(110), y: mm(7), width: RIGHT - mm(110), size: 8, align: 'right' });
  }
}

/** A sheet that got among those of other letters is put back by this, and not sent to another customer. */
function drawWhoseLetter(doc: PDFKit.PDFDocument, { customer, today, language }: ReminderContent): void {
  const y = mm(12);
  face(doc, 'regular', 7.5, MUTED);
  const whose = [fieldText(customer.name, 80), fieldText(customer.reference, 60)].filter(Boolean).join(' · ');
  lineInBox(doc, whose, { x: LEFT, y, width: WIDTH - DAY_WIDTH - 8, size: 7.5 });
  const day = { x: RIGHT - DAY_WIDTH, y, width: DAY_WIDTH, size: 7.5, align: 'right' as const };
  face(doc, 'regular', 7.5, MUTED);
  lineInBox(doc, formatLongDate(today, language), day);
}
