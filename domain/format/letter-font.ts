// Made from the font's table of characters (see fonts/README.md); the class lists combining accents as single
// characters on purpose.
const NOT_IN_FONT =
  // oxlint-disable-next-line no-misleading-character-class
  /[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u0300-\u036f\u0374-\u0375\u037a-\u037e\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u03d0-\u0486\u0488-\u0513\u1e00-\u1e9b\u1e9e\u1ea0-\u1ef9\u2000-\u2010\u2012-\u2022\u2026\u202f-\u2030\u2032-\u2034\u2039-\u203a\u203c-\u203e\u2044\u205e-\u205f\u20a0-\u20b5\u20b8-\u20ba\u2105\u2113\u2116-\u2117\u2120\u2122\u2126\u212e\u2132\u214d-\u214e\u2190-\u2193\u2212]/gu;

/** Text as the letters' font can print it: composed accents, `?` for characters without a glyph. */
export const inLetterFont = (text: string): string => composed(text).replace(NOT_IN_FONT, '?');

/** Whether a letter would show `?` for a part of the text, for example a name in another script. */
export const lacksGlyphs = (text: string): boolean => composed(text).search(NOT_IN_FONT) >= 0;

const composed = (text: string): string =>
  text.normalize('NFC').replaceAll('\u2011', '\u2010').replaceAll('\u00ad', '');
