const COLUMNS = 76;

/** Lines of at most 76 characters; words are never cut, no-break spaces hold. `indent` goes before later lines. */
export function wrapText(text: string, indent: string): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? '' : indent;
    let empty = true;
    for (const word of paragraph.split(' ')) {
      if (!empty && line.length + 1 + word.length > COLUMNS) {
        lines.push(line);
        line = indent + word;
      } else {
        line += empty ? word : ` ${word}`;
      }
      empty = false;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
