/** Undoes `safeText` in a cell, so that an exported list can be imported again. */
export const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');

/**
 * Prevents a spreadsheet from reading text as a formula. French spreadsheets also split cells at `;` and at line ends,
 * even within quotes.
 */
export function safeText(cell: string): string {
  const within = cell.replaceAll(/([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g, "$1'");
  return /^[=+\-@\t\r\n＝＋－＠]/.test(within) && !/^-?\d+$/.test(within) ? `'${within}` : within;
}
