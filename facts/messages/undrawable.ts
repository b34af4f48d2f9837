import type { LetterItem } from '../../domain/reminder-content.ts';
import type { ReadMessage } from './draw-message.ts';
import { type Renderers, renderMessage } from './render-message.ts';

/** The numbers of the invoices over which a message cannot be drawn, its own or not, and of its own that can be. */
export interface Undrawable {
  broken: string[];
  sound: string[];
}

/**
 * Finds the invoices over which a message cannot be drawn, by drawing it of fewer and fewer: its own, those that it lists for information,
 * and the rest of the account, of which a text may have a table.
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
