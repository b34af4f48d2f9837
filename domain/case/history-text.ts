import type { Language } from '../reminder-content.ts';
import { ENGLISH } from './history/english.ts';
import { FRENCH } from './history/french.ts';
import type { HistoryData, HistoryKind } from './history/kinds.ts';

export { HISTORY_KINDS, type HistoryData, type HistoryKind } from './history/kinds.ts';

/** One sentence for a history entry; of what the entry does not carry, nothing is said. */
export function historyText(kind: HistoryKind, data: HistoryData, language: Language): string {
  return (language === 'fr' ? FRENCH : ENGLISH)[kind](data);
}
