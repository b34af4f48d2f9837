import { type Language, useLanguage } from './language.ts';

/** What a page says, in both languages: the English has every word that the French has, or it does not compile. */
export interface Words<Said> {
  fr: Said;
  en: Said;
}

type Sayable = string | ((...values: never[]) => string) | { [key: string]: Sayable };

/** Any text where the other language has a text, and a function of the same values where it has a function. */
type Same<Said> = Said extends string
  ? string
  : Said extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { [Key in keyof Said]: Same<Said[Key]> };

export const defineWords = <const Said extends Record<string, Sayable>>(
  fr: Said,
  en: Same<Said>,
): Words<Same<Said>> => ({ fr: fr as unknown as Same<Said>, en });

/** The words in the page's language: `const w = useWords(words)`. */
export function useWords<Said>(words: Words<Said>): Said {
  return words[useLanguage().language];
}

const NUMBERS = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** `1 dossier`, `2 dossiers`: French counts nothing as one, English does not. */
export function counted(language: Language, count: number, one: string, many: string): string {
  const number = NUMBERS[language].format(count);
  const isOne = language === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1;
  return `${number}\u00a0${isOne ? one : many}`;
}
