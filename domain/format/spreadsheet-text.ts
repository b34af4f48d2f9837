/** What spreadsheets begin a formula with (the wide forms come from East Asian keyboards), or lose at a cell's beginning. */
const BEGINS = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A French spreadsheet parts cells at `;` whatever the file's own separator is, and quotes in the middle of what it takes for a
 * cell quote nothing: what follows `;`, a tab or a line end begins a cell there too.
 */
const BEGINS_WITHIN = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;

/** The apostrophe of `spreadsheetText` at a cell's beginning, taken off again: `'+33 6 12 34 56 78` is a telephone number. */
export const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/, '');

/** A text that no spreadsheet takes for a formula: an apostrophe stands wherever one would begin. */
export function spreadsheetText(text: string): string {
  const within = text.replaceAll(BEGINS_WITHIN, "$1'");
  return BEGINS.test(within) ? `'${within}` : within;
}
