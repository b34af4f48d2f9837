import type { Language } from '../reminder-content.ts';
import { ENGLISH } from './history/english.ts';
import { FRENCH } from './history/french.ts';
import type { HistoryDataOf, HistoryWords, KindAndData } from './history/data-by-kind.ts';
import type { HistoryKind } from './history/kinds.ts';

export type { HistoryDataOf, KindAndData, NewHistoryData } from './history/data-by-kind.ts';
export { HISTORY_KINDS, type HistoryData, type HistoryKind } from './history/kinds.ts';

/** Puts a history entry into one sentence; it says nothing about fields that the entry does not have. */
export function historyText<Kind extends HistoryKind>(
  kind: Kind,
  data: HistoryDataOf<Kind>,
  language: Language,
): string {
  const words: HistoryWords = language === 'fr' ? FRENCH : ENGLISH;
  return words[kind](data);
}

/** A row of the history as it was stored: its kind is text there and its data JSON, which nobody else writes. */
export const storedEntry = ({ kind, data }: { kind: string; data: unknown }): KindAndData =>
  ({ kind, data }) as KindAndData;
