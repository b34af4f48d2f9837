import type { Language } from '../../words/language.ts';
import { templateWords } from './template-words.ts';

/**
 * The title and the hint around the list of unknown tags. `inText`: how many of `all` are in the text, where they are
 * underlined.
 */
export function unknownSaid(inText: number, all: number, language: Language): { title: string; hint: string } {
  const w = templateWords[language];
  const underlined = inText === 0 ? [] : [inText === all ? w.underlinedAll(all) : w.underlinedOf(inText)];
  return { title: w.unknownTitle(all), hint: [...underlined, w.unknownHint(all)].join(' ') };
}
