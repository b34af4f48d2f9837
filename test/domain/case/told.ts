import { expect, it } from 'vitest';
import { type HistoryData, type HistoryKind, historyText } from '../../../domain/case/history-text.ts';
import { plain } from '../plain.ts';

type Told = readonly [HistoryKind, HistoryData, french: string, english: string];

/** Makes a test for each history entry: how it reads in French and in English. */
export const each = (told: readonly Told[]) =>
  it.each(told)('%s %j', (kind, data, french, english) => {
    expect(plain(historyText(kind, data, 'fr'))).toBe(french);
    expect(plain(historyText(kind, data, 'en'))).toBe(english);
  });
