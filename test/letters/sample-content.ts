import { SAMPLE_CONTENT, SAMPLE_ITEM } from '../../bench/letters/sample-content.ts';
import type { LetterItem, ReminderContent } from '../../domain/reminder-content.ts';

/** An invoice of a customer of the demonstration. */
export const anItem = (changes: Partial<LetterItem> = {}): LetterItem => ({ ...SAMPLE_ITEM, ...changes });

/** A complete first reminder to a private person; tests change what they need. */
export function aContent(changes: Partial<ReminderContent> = {}): ReminderContent {
  const items = changes.items ?? [anItem()];
  return { ...structuredClone(SAMPLE_CONTENT), items, accountItems: items, ...changes };
}
