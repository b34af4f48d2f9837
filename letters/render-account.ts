import type { AccountTable } from '../domain/account/account-table.ts';
import { formatLongDate } from '../domain/format/date.ts';
import type { ReminderContent } from '../domain/reminder-content.ts';
import type { Inline } from '../domain/rich-text/document.ts';
import type { MessageBlock } from '../domain/tags/expand-template.ts';
import { accountWords } from '../domain/wording/account-words.ts';
import { bankLines } from '../domain/wording/bank-lines.ts';
import { withMentions } from '../domain/wording/collector-mentions.ts';
import { labelsOf } from '../domain/wording/labels.ts';
import { drawAccountTable } from './account-table.ts';
import { drawBankDetails } from './bank-details.ts';
import { drawBlocks } from './draw-blocks.ts';
import { drawInlines } from './draw-inlines.ts';
import { drawFooters } from './footer.ts';
import { newLetter } from './new-document.ts';
import { drawLetterhead } from './letterhead.ts';
import { LEFT, mm, WIDTH } from './page-geometry.ts';

const text = (words: string): Inline => ({ type: 'text', text: words, marks: {} });
const paragraph = (words: string): MessageBlock => ({ type: 'paragraph', inlines: [text(words)] });
const NO_TEMPLATE = { subject: '', bodyHtml: '' };

/**
 * A customer's statement of account, laid out like a letter: what is open, currency by currency, and where to pay it. It
 * claims nothing, so it mentions no interest, costs or fixed sums. When the company collects for another creditor, the only
 * required mention that it prints is who collects and for whom.
 */
export async function renderAccount(content: ReminderContent, tables: readonly AccountTable[]): Promise<Uint8Array> {
  const labels = labelsOf(content.language);
  const words = accountWords(content.language);
  const day = formatLongDate(content.today, content.language);
  const { doc, bytes } = newLetter(words.title(day), content);
  doc.addPage();
  drawLetterhead(doc, content, labels);
  doc.y = mm(105);
  const subject = [text(`${labels.subject} ${words.title(day)}`)];
  drawInlines(doc, subject, { x: LEFT, width: WIDTH, size: 10, bold: true });
  doc.y += 10;
  const intro = paragraph(tables.length > 0 ? words.intro(day) : words.nothing(day));
  const blocks = withMentions([intro, paragraph(words.closing)], { ...content, mentions: 'who_collects' });
  const until = blocks.indexOf(intro) + 1;
  drawBlocks(doc, blocks.slice(0, until), labels, undefined);
  for (const table of tables) {
    drawAccountTable(doc, table, labels, words, tables.length > 1 ? words.inCurrency(table.currency) : null);
    doc.y += 10;
  }
  drawBlocks(doc, blocks.slice(until), labels, undefined);
  // Without the code for a banking app, which would ask for a sum.
  const bank = bankLines(NO_TEMPLATE, { ...content, items: [] });
  if (bank && tables.some(({ totalCents }) => totalCents > 0)) drawBankDetails(doc, bank);
  drawFooters(doc, content, labels);
  doc.end();
  return bytes;
}
