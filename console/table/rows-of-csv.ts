const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g;

/** Parses a CSV (RFC 4180) with a header into rows by column name. */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = linesOf(text);
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const { 0: whole, 1: inQuotes, 2: bare = '', 3: end, index } of text.matchAll(CELL)) {
    if (index === text.length && whole === '' && line.length === 0) break;
    line.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
