import type { ReminderContent, TemplateText } from '../domain/reminder-content.ts';
import { isOnPaper } from '../domain/messages/connectors.ts';
import type { Inline } from '../domain/rich-text/document.ts';
import { LONGEST_TYPED, withLinkAddresses } from '../domain/rich-text/link-addresses.ts';
import { expandTemplate, type MessageBlock } from '../domain/tags/expand-template.ts';
import { itemsOf, itemTable } from '../domain/tags/item-table.ts';
import { bankLines } from '../domain/wording/bank-lines.ts';
import { withMentions } from '../domain/wording/collector-mentions.ts';
import { labelsOf, type Labels } from '../domain/wording/labels.ts';
import { drawBankDetails, heightOfBank } from './bank-details.ts';
import { drawBlocks } from './draw-blocks.ts';
import { drawInlines } from './draw-inlines.ts';
import { drawFooters } from './footer.ts';
import { newLetter, type NewDocument } from './new-document.ts';
import { drawLetterhead } from './letterhead.ts';
import { LEFT, mm, TIGHT, WIDTH, type Spacing } from './page-geometry.ts';

/**
 * One letter as a PDF, laid out for a window envelope. The same input gives the same bytes, wherever it is drawn with the
 * same versions of Node and pdfkit. A text without a table of items gets the message's table at its end; without `#iban`, a
 * frame with the bank details follows. When that frame alone would take another sheet, the lines stand closer; when that
 * is not enough, the signature goes to the new sheet with the frame.
 * @throws UnknownTagError
 */
export async function renderLetter(template: TemplateText, content: ReminderContent): Promise<Uint8Array> {
  const usual = drawLetter(template, content, {});
  if (!usual.isBankAlone) return ended(usual);
  const tight = drawLetter(template, content, { spacing: TIGHT });
  return ended(tight.isBankAlone ? drawLetter(template, content, { isBankKept: true }) : tight);
}

interface DrawnLetter extends NewDocument {
  /** Whether the bank details are alone on the last page. */
  isBankAlone: boolean;
}

function ended({ doc, bytes }: NewDocument): Promise<Uint8Array> {
  doc.end();
  return bytes;
}

/** `isBankKept` moves the signature with the bank details to the next page. */
function drawLetter(
  template: TemplateText,
  content: ReminderContent,
  { spacing, isBankKept = false }: { spacing?: Spacing; isBankKept?: boolean },
): DrawnLetter {
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
  const bank = bankLines(template, content);
  const below = bank && isBankKept ? heightOfBank(bank) : 0;
  drawBlocks(doc, withMentions(withItems(own, content, labels), content), labels, own.at(-1), { spacing, below });
  const isBankAlone = bank !== null && drawBankDetails(doc, bank);
  drawFooters(doc, content, labels);
  return { doc, bytes, isBankAlone };
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
