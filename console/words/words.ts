import { type Language, useLanguage } from './language.ts';

/** The texts of a page in both languages. Compilation fails when the English ones lack a key of the French ones. */
export interface Words<Said> {
  fr: Said;
  en: Said;
}

type Sayable = string | ((...values: never[]) => string) | { [key: string]: Sayable };

/** A string where the other language has a string, and a function with the same parameters where it has a function. */
type Same<Said> = Said extends string
  ? string
  : Said extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { [Key in keyof Said]: Same<Said[Key]> };

export const defineWords = <const Said extends Record<string, Sayable>>(
  fr: Said,
  en: Same<Said>,
): Words<Same<Said>> => ({ fr: fr as unknown as Same<Said>, en });

/** The texts in the language of the page: `const w = useWords(words)`. */
export function useWords<Said>(words: Words<Said>): Said {
  return words[useLanguage().language];
}

const NUMBERS = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** `1 dossier`, `2 dossiers`. Zero is singular in French and plural in English. */
export function counted(language: Language, count: number, one: string, many: string): string {
  const number = NUMBERS[language].format(count);
  const isOne = language === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1;
  return `${number}\u00a0${isOne ? one : many}`;
}
