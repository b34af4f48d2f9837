import type { TemplateText } from '../reminder-content.ts';
import { plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { splitTags } from './split-tags.ts';
import type { Tag } from './tag-list.ts';

/** Tags about more of the account than the items of the message. */
const OF_ACCOUNT: readonly Tag[] = [
  '#items_list',
  '#items_amount',
  '#items_list_overdue',
  '#items_amount_overdue',
  '#account_balance',
  '#account_overdue',
];

/** Whether a text says what is due on the account besides the items of its message. */
export function quotesAccount({ subject, bodyHtml }: TemplateText): boolean {
  const { blocks } = parseBody(bodyHtml);
  const lines = blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.inlines])).map(plainText);
  const pieces = [subject, ...lines].flatMap(splitTags);
  return pieces.some((piece) => piece.type === 'tag' && OF_ACCOUNT.includes(piece.tag));
}
