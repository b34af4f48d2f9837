import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const cruiser = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

/** What each folder may import entirely: folder → folders, from the rules that the architecture check applies. */
const allowed = new Map(
  cruiser.forbidden.flatMap(({ name }) => {
    const [, folder, others] = /^(\w+)-imports-only-(.+)$/.exec(name) ?? [];
    if (folder === undefined || others === undefined) return [];
    return [[folder, others === 'nothing-of-ours' ? [] : others.split('-')] as const];
  }),
);

/** The folders that a cell names in backticks before its semicolon. */
const foldersOf = (cell: string): string[] => [...cell.split(';')[0]!.matchAll(/`(\w+)\/?`/g)].map(([, name]) => name!);

it('the README says of each folder what it may import, as the architecture check has it', () => {
  const section = readFileSync('README.md', 'utf8').split('## Where things are')[1]!.split('\n## ')[0]!;
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const said = rows.flatMap((row) => {
    const [, folders = '', , imports = ''] = row.split('|');
    return foldersOf(folders).map((folder) => [folder, foldersOf(imports)] as const);
  });
  const ruled = said.filter(([folder]) => allowed.has(folder));
  expect(new Map(ruled)).toEqual(allowed);
  expect(allowed.size).toBeGreaterThan(10);
});
