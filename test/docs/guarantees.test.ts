import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const CASES = 'test/chaos/cases';
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: object };

/**
 * What the rows of code and tests, and the words beside them, point to in backticks, each as a path from the root: a short name
 * stands beside the last whole one, a name alone is a case of chaos.
 */
function pointersOf(text: string): string[] {
  return text.split('\n').flatMap(pointersOfLine);
}

function pointersOfLine(line: string): string[] {
  let folder = '.';
  const isRow = /^\| (tests|code) \|/.test(line);
  return [...line.matchAll(/`([\w./-]+)`|\]\((\w+\.md)\)/g)].flatMap(([, name, link]) => {
    if (link !== undefined) return [join('docs', link)];
    const isShort = !name!.includes('/');
    if (isShort && name! in devDependencies) return [];
    if (isShort && !name!.endsWith('.ts'))
      return isRow || /^[a-z]+(-[a-z]+)+$/.test(name!) ? [join(CASES, `${name!}.ts`)] : [];
    const path = isShort ? join(folder, name!) : name!;
    if (!isShort) folder = path.endsWith('/') ? path : dirname(path);
    return [path];
  });
}

const page = readFileSync('docs/guarantees.md', 'utf8');

it('docs/guarantees.md points to code and tests that are there', () => {
  const pointers = pointersOf(page);
  expect(pointers.filter((path) => !existsSync(path))).toEqual([]);
  expect(pointers.length).toBeGreaterThan(50);
});

it('each of its promises names a test', () => {
  const promises = page.split(/^## /m).slice(1);
  expect(promises.length).toBeGreaterThan(5);
  for (const promise of promises) {
    const title = promise.split('\n')[0];
    const [row = ''] = /^\| tests \|.*$/m.exec(promise) ?? [];
    expect([title, pointersOf(row).some(isTest)]).toEqual([title, true]);
  }
});

const isTest = (path: string): boolean =>
  existsSync(path) && path.startsWith('test/') && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
