import type { Language } from '../../words/language.ts';
import { templateWords } from './template-words.ts';

/** What is said over and under the tags that are none. `inText`: how many of `all` stand in the text, where they are underlined. */
export function unknownSaid(inText: number, all: number, language: Language): { title: string; hint: string } {
  const w = templateWords[language];
  const underlined = inText === 0 ? [] : [inText === all ? w.underlinedAll(all) : w.underlinedOf(inText)];
  return { title: w.unknownTitle(all), hint: [...underlined, w.unknownHint(all)].join(' ') };
}
