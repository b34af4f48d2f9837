import { plainText, type Inline } from '../domain/rich-text/document.ts';
import { withLinkAddresses } from '../domain/rich-text/link-addresses.ts';
import type { ReminderContent } from '../domain/reminder-content.ts';
import type { ExpandedMessage, MessageBlock } from '../domain/tags/expand-template.ts';
import type { BankLines } from '../domain/wording/bank-lines.ts';
import { companyIdentity } from '../domain/wording/company-identity.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { yourReference } from '../domain/wording/your-reference.ts';
import { filesText } from './files-text.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** The mail for readers without HTML: the same text, wrapped at 76 columns, with tables as aligned lines. */
export function textVersion(
  message: ExpandedMessage,
  content: ReminderContent,
  bank: BankLines | null,
  labels: Labels,
): string {
  const parts = [
    content.test ? labels.test : '',
    ...message.blocks.map((block) => textOfBlock(block, labels)),
    bank && bank.lines.length > 0 ? [bank.title, ...bank.lines].join('\n') : '',
    ['-- ', wrapText(companyIdentity(content.company, content.customer), ''), ...yourReference(content, labels)].join(
      '\n',
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function textOfBlock(block: MessageBlock, labels: Labels): string {
  if (block.type === 'items') return block.files ? filesText(block, block.files) : textTable(block, labels);
  if (block.type === 'heading') return textOf(block.inlines, (words) => words.toLocaleUpperCase('fr'));
  if (block.type === 'paragraph') return wrapText(textOf(block.inlines), '');
  const mark = (index: number) => (block.ordered ? `${index + 1}. ` : '- ');
  return block.items
    .map((item, index) => mark(index) + wrapText(textOf(item), ' '.repeat(mark(index).length)))
    .join('\n');
}

/** The text with the address of each link after the link's words; `write` transforms the words. */
const textOf = (inlines: readonly Inline[], write = (words: string) => words): string =>
  plainText(withLinkAddresses(inlines, { write }));
