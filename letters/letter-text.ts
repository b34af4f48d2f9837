import { inLetterFont } from '../domain/format/letter-font.ts';

const MAX_WORD = 40;
const LONG_WORD = new RegExp(`[^\\s\\u200b-]{${MAX_WORD}}(?=[^\\s\\u200b])`, 'gu');
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text as the font can print it: composed accents, `?` for characters without a glyph. Words longer than 40 characters may
 * be broken anywhere: pdfkit tries every length of a word that does not fit, and one of 20,000 letters would block the
 * process.
 */
export function letterText(text: string): string {
  return inLetterFont(text).replace(LONG_WORD, (word) => word + ZERO_WIDTH_SPACE);
}
