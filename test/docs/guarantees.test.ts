import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const CASES = 'test/chaos/cases';
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: object };

/**
 * The paths that the page names in backticks or links, from the root. In one paragraph a short name (`holds.ts`) belongs to the folder of
 * the last whole path before it; a name without an ending (`worker-killed`) is a case of the chaos.
 */
function pointersOf(text: string): string[] {
  return text.split(/\n\n|\n(?=- |\d+\. )/).flatMap(pointersOfParagraph);
}

function pointersOfParagraph(paragraph: string): string[] {
  let folder = '.';
  const isList = /^(Tests|Code): /.test(paragraph);
  return [...paragraph.matchAll(/`([\w./-]+)`|\]\((\w+\.md)\)/g)].flatMap(([, name, link]) => {
    if (link !== undefined) return [join('docs', link)];
    const isShort = !name!.includes('/');
    if (isShort && name! in devDependencies) return [];
    if (isShort && !name!.endsWith('.ts'))
      return isList || /^[a-z]+(-[a-z]+)+$/.test(name!) ? [join(CASES, `${name!}.ts`)] : [];
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
    const tests = promise.split('\n\n').find((paragraph) => paragraph.startsWith('Tests: ')) ?? '';
    expect([title, pointersOf(tests).some(isTest)]).toEqual([title, true]);
  }
});

const isTest = (path: string): boolean =>
  existsSync(path) && path.startsWith('test/') && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
