/**
 * Characters that start a formula in a spreadsheet (the wide forms come from East Asian keyboards), or that it drops at
 * the start of a cell.
 */
const BEGINS = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A French spreadsheet splits cells at `;` whatever the file's separator is, and ignores quotes in the middle of such a
 * cell: text after `;`, a tab or a line end starts a cell there too.
 */
const BEGINS_WITHIN = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;

/**
 * Removes the apostrophe that `spreadsheetText` put at the start of a cell: `'+33 6 12 34 56 78` is a telephone number.
 */
export const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/, '');

/** Makes a text safe from being read as a formula: puts an apostrophe wherever a formula could start. */
export function spreadsheetText(text: string): string {
  const within = text.replaceAll(BEGINS_WITHIN, "$1'");
  return BEGINS.test(within) ? `'${within}` : within;
}
