const COLUMNS = 76;

/**
 * Lines of at most 76 characters. Words are never broken, no-break spaces are kept. `indent` precedes every line but the
 * first.
 */
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
