import type { Language } from './language.ts';

const JOINTS: Record<Language, { colon: string; semicolon: string }> = {
  fr: { colon: '\u00a0: ', semicolon: '\u00a0; ' },
  en: { colon: ': ', semicolon: '; ' },
};

/** `Commentaire : vu`, with the no-break space that French has before a colon. */
export const withColon = (language: Language, before: string, after = ''): string =>
  `${before}${JOINTS[language].colon}${after}`;

/** `le quota du jour est atteint ; nouvel essai demain`. */
export const withSemicolon = (language: Language, before: string, after: string): string =>
  `${before}${JOINTS[language].semicolon}${after}`;
