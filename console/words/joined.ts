import type { Language } from './language.ts';

const JOINTS: Record<Language, { colon: string }> = {
  fr: { colon: '\u00a0: ' },
  en: { colon: ': ' },
};

/** `Commentaire : vu`, with the no-break space that French has before a colon. */
export const withColon = (language: Language, before: string, after = ''): string =>
  `${before}${JOINTS[language].colon}${after}`;
