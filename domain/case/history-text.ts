import type { Language } from '../reminder-content.ts';
import { ENGLISH } from './history/english.ts';
import { FRENCH } from './history/french.ts';
import type { HistoryData, HistoryKind } from './history/kinds.ts';

export { HISTORY_KINDS, type HistoryData, type HistoryKind } from './history/kinds.ts';

/** Puts a history entry into one sentence; it says nothing about fields that the entry does not have. */
export function historyText(kind: HistoryKind, data: HistoryData, language: Language): string {
  return (language === 'fr' ? FRENCH : ENGLISH)[kind](data);
}
