import { readFile, readdir } from 'node:fs/promises';
import { routes } from '../../api/routes.ts';
import { type FoundTest, findTests } from './find-tests.ts';

const ROOT = new URL('../../', import.meta.url);

/** The groups of capabilities: the prefix of their ids, a title, and how many there are. */
const DOCUMENTS = [
  { id: '000', title: 'Reminders in bulk, statements to referrers and notaries, the case itself', count: 40 },
  { id: '001', title: 'Letters: their text, how they leave, what proves it', count: 33 },
  { id: '002', title: 'Set-up by a supervisor: templates, scenarios, groups', count: 11 },
  { id: '003', title: 'Specific actions and qualification', count: 20 },
  { id: '004', title: 'Steering, levels, reminders by hand, follow-up', count: 13 },
] as const;

/** The files that the tests of capabilities share. */
const HELPERS = ['test/e2e/case-file.ts', 'test/seeds/chosen-items.ts', 'test/seeds/set-up.ts'];

const HEAD = `# Capabilities, one by one

Each thing that the five documents behind this product ask for has an id, and at least one test that bears it, end to end over HTTP. This
page is made of them by \`npm run capabilities\`: what the test says, the routes that it calls, where it is, and the tests that show it on
the screen, in a browser. A test fails when the page is not what the tests say, or when an id has none.
`;

/** The ids of all capabilities. */
export const ALL_IDS: readonly string[] = DOCUMENTS.flatMap(({ id, count }) =>
  Array.from({ length: count }, (_, index) => `${id}-${String(index + 1).padStart(2, '0')}`),
);

/** The tests of capabilities over HTTP, in the order of their files. */
export async function capabilityTests(): Promise<FoundTest[]> {
  const names = (await readdir(new URL('test/seeds/', ROOT))).filter((name) => name.endsWith('.test.ts')).sort();
  const helpers = await Promise.all(HELPERS.map((file) => readFile(new URL(file, ROOT), 'utf8')));
  const known = routes.map(({ method, path }) => ({ method, path }));
  const found = await Promise.all(
    names.map(async (name) => {
      const file = `test/seeds/${name}`;
      return findTests({ file, text: await readFile(new URL(file, ROOT), 'utf8') }, helpers, known);
    }),
  );
  return found.flat();
}

/** For each id in the name of a console test, the files of these tests. */
export async function screenTests(): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = (await readdir(new URL('test/console/', ROOT))).filter((name) => name.endsWith('.test.ts')).sort();
  const files = new Map<string, string[]>();
  for (const name of names) {
    const text = await readFile(new URL(`test/console/${name}`, ROOT), 'utf8');
    const titles = [...text.matchAll(/^it\('(.*)', async/gm)].map(([, title = '']) => title);
    for (const id of new Set(titles.flatMap((title) => title.match(/\b00[0-4]-\d{2}\b/g) ?? [])))
      files.set(id, [...(files.get(id) ?? []), `test/console/${name}`]);
  }
  return files;
}

/** The text that docs/capabilities.md has to have. */
export async function capabilitiesPage(): Promise<string> {
  const found = { tests: await capabilityTests(), screens: await screenTests() };
  const chapters = DOCUMENTS.map(({ id, title }) => `## ${id} – ${title}\n\n${table(id, found)}`);
  return [HEAD, ...chapters].join('\n');
}

interface Found {
  tests: readonly FoundTest[];
  screens: ReadonlyMap<string, readonly string[]>;
}

function table(document: string, { tests, screens }: Found): string {
  const rows = ALL_IDS.filter((id) => id.startsWith(document)).flatMap((id) =>
    tests.filter(({ ids }) => ids.includes(id)).map((test) => row(id, test, screens.get(id) ?? [])),
  );
  return ['| id | what is shown | routes | test | screen |', '| --- | --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function row(id: string, { says, routes: called, file }: FoundTest, screens: readonly string[]): string {
  const ways = called.map((route) => `\`${route}\``).join('<br>');
  const shown = screens.map(link).join('<br>') || '–';
  return `| ${id} | ${says.replaceAll('|', '\\|')} | ${ways} | ${link(file)} | ${shown} |`;
}

const link = (file: string): string => `[${file.replace(/^.*\//, '').replace('.test.ts', '')}](../${file})`;
