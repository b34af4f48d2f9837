import type { LetterItem } from '../../../domain/reminder-content.ts';
import type { ReadMessage } from './draw-message.ts';
import { type Renderers, renderMessage } from './render-message.ts';

/**
 * The numbers of the invoices that make a message impossible to draw, its own or not, and of its own invoices that do
 * not.
 */
export interface Undrawable {
  broken: string[];
  sound: string[];
}

/**
 * Finds the invoices that make a message impossible to draw, by drawing it with fewer and fewer: its own, those listed
 * for information, and the rest of the account, which a text may show in a table.
 */
export async function undrawable(renderers: Renderers, { texts, content }: ReadMessage): Promise<Undrawable> {
  const { items: own, informationItems, accountItems } = content;
  const byNumber = new Map([...own, ...informationItems, ...accountItems].map((item) => [item.number, item]));
  const isDrawn = (items: LetterItem[]): Promise<boolean> =>
    texts === null
      ? Promise.resolve(true)
      : renderMessage(renderers, texts, { ...content, items, informationItems: [], accountItems: items }).then(
          () => true,
          () => false,
        );
  const broken = (await brokenAmong([...byNumber.values()], isDrawn)).map(({ number }) => number);
  return { broken, sound: own.map(({ number }) => number).filter((number) => !broken.includes(number)) };
}

async function brokenAmong(
  items: LetterItem[],
  isDrawn: (items: LetterItem[]) => Promise<boolean>,
): Promise<LetterItem[]> {
  if (items.length === 0 || (await isDrawn(items))) return [];
  if (items.length === 1) return items;
  const middle = Math.ceil(items.length / 2);
  return [
    ...(await brokenAmong(items.slice(0, middle), isDrawn)),
    ...(await brokenAmong(items.slice(middle), isDrawn)),
  ];
}
