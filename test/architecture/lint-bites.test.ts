import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// A rule that a new version of the linter renames or no longer loads gives no error, so each rule is shown to find a fault.

const FOLDERS = ['workflows', 'domain'];
/** Faulty code, each with the rule that must find it. */
const FAULTS: [string, string][] = [
  ['later();', 'no-floating-promises'],
  ['export const now = (): number => Date.now();', 'no-restricted-syntax'],
  ['export const today = (): Date => new Date();', 'no-restricted-syntax'],
  ['export const elapsed = (): number => performance.now();', 'no-restricted-syntax'],
  ['export const chance = (): number => Math.random();', 'no-restricted-syntax'],
  ['setTimeout(() => undefined, 1);', 'no-restricted-syntax'],
  ['export const at = process.uptime;', 'no-restricted-globals'],
  ["import 'node:fs';", 'no-restricted-imports'],
];
const SOUND = 'export const later = async (): Promise<number> => await Promise.resolve(1);';

let root: string;
let found: { file: string; line: number; rule: string }[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'relance-lint-'));
  for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) copyFileSync(file, join(root, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  for (const folder of FOLDERS) {
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, 'planted.ts'), [SOUND, ...FAULTS.map(([code]) => code), ''].join('\n'));
    writeFileSync(join(root, folder, 'sound.ts'), `${SOUND}\n`);
  }
  found = lint();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the lint of `npm test` reports for these folders. */
function lint(): typeof found {
  const bin = join('node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [bin, '--format', 'json', ...FOLDERS], {
    cwd: root,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string; labels: { span: { line: number } }[] }[];
  };
  return diagnostics.map(({ filename, code, labels }) => ({
    file: filename,
    line: labels[0]!.span.line,
    rule: /\(([\w-]+)\)/.exec(code)?.[1] ?? code,
  }));
}

describe.each(FOLDERS)('The linter, in %s/', (folder) => {
  it.each(FAULTS.map(([code, rule], at) => [code, rule, at + 2] as const))('finds %s', (_code, rule, line) => {
    const inLine = found.filter((one) => one.file === `${folder}/planted.ts` && one.line === line);
    expect(inLine.map((one) => one.rule)).toContain(rule);
  });

  it('finds nothing in what is sound', () => {
    expect(found.filter(({ file }) => file === `${folder}/sound.ts`)).toEqual([]);
  });
});
