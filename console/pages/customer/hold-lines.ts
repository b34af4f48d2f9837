import { holdWord } from '../../level/level.ts';
import type { Formats } from '../../words/formats.ts';
import type { AccountItem } from './account.ts';

const WORDS = {
  fr: { promise: 'promesse', until: (day: string) => `jusqu’au ${day}` },
  en: { promise: 'promise', until: (day: string) => `until ${day}` },
};

/** What holds an item, in the two lines that a row has room for: one hold with its day below it, or one line for each hold. */
export function holdLines(
  holds: readonly Pick<AccountItem['holds'][number], 'kind' | 'until_on'>[],
  { language, shortDay }: Pick<Formats, 'language' | 'shortDay'>,
): string[] {
  const w = WORDS[language];
  const named = holds.map(({ kind, until_on: untilOn }) => ({
    word: kind === 'promise' ? w.promise : holdWord(kind, language),
    untilOn,
  }));
  const [first, second, ...others] = named;
  if (!first) return [];
  if (!second) return first.untilOn ? [first.word, w.until(shortDay(first.untilOn))] : [first.word];
  const line = ({ word, untilOn }: typeof first) => (untilOn ? `${word} · ${shortDay(untilOn)}` : word);
  return [line(first), others.length > 0 ? `${line(second)} (+${others.length})` : line(second)];
}
