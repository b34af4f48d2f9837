import type { ReminderContent, TemplateText } from '../domain/reminder-content.ts';
import { isOnPaper } from '../domain/messages/connectors.ts';
import type { Inline } from '../domain/rich-text/document.ts';
import { LONGEST_TYPED, withLinkAddresses } from '../domain/rich-text/link-addresses.ts';
import { expandTemplate, type MessageBlock } from '../domain/tags/expand-template.ts';
import { itemsOf, itemTable } from '../domain/tags/item-table.ts';
import { bankLines } from '../domain/wording/bank-lines.ts';
import { withMentions } from '../domain/wording/collector-mentions.ts';
import { labelsOf, type Labels } from '../domain/wording/labels.ts';
import { drawBankDetails } from './bank-details.ts';
import { drawBlocks } from './draw-blocks.ts';
import { drawInlines } from './draw-inlines.ts';
import { drawFooters } from './footer.ts';
import { newLetter } from './new-document.ts';
import { drawLetterhead } from './letterhead.ts';
import { LEFT, mm, WIDTH } from './page-geometry.ts';

/**
 * One letter as a PDF, laid out for a window envelope. The same input gives the same bytes, wherever it is drawn with the
 * same versions of Node and pdfkit. A text without a table of items gets the message's table at its end; without `#iban`, a
 * frame with the bank details follows.
 * @throws UnknownTagError
 */
export async function renderLetter(template: TemplateText, content: ReminderContent): Promise<Uint8Array> {
  const labels = labelsOf(content.language);
  const message = expandTemplate(template, content);
  const { doc, bytes } = newLetter(message.subject, content);
  doc.addPage();
  drawLetterhead(doc, content, labels);
  doc.y = mm(105);
  const subject = [{ type: 'text' as const, text: `${labels.subject} ${message.subject}`, marks: {} }];
  drawInlines(doc, subject, { x: LEFT, width: WIDTH, size: 10, bold: true });
  doc.y += 10;
  const own = legible(message.blocks, content);
  drawBlocks(doc, withMentions(withItems(own, content, labels), content), labels, own.at(-1));
  const bank = bankLines(template, content);
  if (bank) drawBankDetails(doc, bank);
  drawFooters(doc, content, labels);
  doc.end();
  return bytes;
}

/** On paper the address of a link is printed after the link's words. */
function legible(blocks: MessageBlock[], { letterKind }: ReminderContent): MessageBlock[] {
  if (!isOnPaper(letterKind)) return blocks;
  const shown = (inlines: Inline[]) => withLinkAddresses(inlines, { longest: LONGEST_TYPED });
  return blocks.map((block): MessageBlock => {
    if (block.type === 'items') return block;
    return block.type === 'list'
      ? { ...block, items: block.items.map(shown) }
      : { ...block, inlines: shown(block.inlines) };
  });
}

function withItems(blocks: MessageBlock[], content: ReminderContent, labels: Labels): MessageBlock[] {
  const items = itemsOf('#items_list_selected', content);
  if (items.length === 0 || blocks.some((block) => block.type === 'items')) return blocks;
  const title = {
    type: 'paragraph' as const,
    inlines: [{ type: 'text' as const, text: labels.itemsTitle(items.length), marks: {} }],
  };
  return [...blocks, title, itemTable(items, content)];
}
