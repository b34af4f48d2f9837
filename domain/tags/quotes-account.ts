import type { TemplateText } from '../reminder-content.ts';
import { piecesOf } from './pieces-of.ts';
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
export function quotesAccount(text: TemplateText): boolean {
  return piecesOf(text).some((piece) => piece.type === 'tag' && OF_ACCOUNT.includes(piece.tag));
}
