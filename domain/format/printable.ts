/** Removes control characters (except tab and line ends) and lone surrogates, which print as nothing or break a PDF. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\f\r]|\p{Surrogate}/gu, '');
}

/**
 * One line of at most `maxLength` characters from any input: white space is collapsed, control characters are removed,
 * and a longer text is cut with an ellipsis. Every field of a message passes through here, so that none can block or
 * overflow a page.
 */
export function fieldText(text: string | null | undefined, maxLength: number): string {
  const head = (text ?? '').slice(0, 20 * maxLength);
  const line = printable(head)
    .replace(/[\s\u2028\u2029]+/g, keepNoBreakSpace)
    .trim();
  const characters = [...line];
  return characters.length <= maxLength
    ? line
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}

/** A single no-break space is intended and stays; any other white space becomes one plain space. */
function keepNoBreakSpace(blanks: string): string {
  return blanks === '\u00a0' || blanks === '\u202f' ? blanks : ' ';
}
