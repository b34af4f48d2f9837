/** A cell as it was before `safeText`: what a list gave can be dropped again. */
export const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');

/** What a spreadsheet would take for a formula becomes text; a French one parts cells at `;` and at line ends, quoted or not. */
export function safeText(cell: string): string {
  const within = cell.replaceAll(/([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g, "$1'");
  return /^[=+\-@\t\r\n＝＋－＠]/.test(within) && !/^-?\d+$/.test(within) ? `'${within}` : within;
}
