import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Not ours, or made by a command. */
const GENERATED = /^(node_modules|coverage|worker\/bundled|prisma\/generated|console\/dist)$/;

/** Specifications from which the product was written; the repository does not contain them. */
const ABSENT = /DESIGN\s?§|DESIGN['’]s|\bAPI\.md/;

/** Paths of our code under a folder, from the root. */
function codeUnder(folder: string): string[] {
  return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || GENERATED.test(path) ? [] : codeUnder(path);
    return /\.(tsx?|mjs|cjs)$/.test(path) ? [path] : [];
  });
}

it('no code cites a specification that the repository does not contain', () => {
  const files = codeUnder('');
  const citing = files.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.flatMap((line, index) => (ABSENT.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
  });
  expect(citing).toEqual([]);
  expect(files.length).toBeGreaterThan(1_000);
});
