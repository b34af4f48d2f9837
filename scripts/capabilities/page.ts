import { readFile, readdir } from 'node:fs/promises';
import { type FoundTest, findTests } from './find-tests.ts';

const ROOT = new URL('../../', import.meta.url);

/** The groups of requirements, as their ids begin, and how many requirements each has. */
const GROUPS = [
  { id: '000', title: 'Reminders in bulk, statements to referrers and notaries, the case itself', count: 40 },
  { id: '001', title: 'Letters: their text, how they leave, what proves it', count: 33 },
  { id: '002', title: 'Set-up by a supervisor: templates, scenarios, groups', count: 11 },
  { id: '003', title: 'Specific actions and qualification', count: 20 },
  { id: '004', title: 'Steering, levels, reminders by hand, follow-up', count: 13 },
] as const;

const COUNT = GROUPS.reduce((sum, { count }) => sum + count, 0);

const HEAD = `# Capabilities, one by one

This product was built from ${COUNT} requirements, numbered in five groups: \`000-01\` is the first one of the first group. Each number stands
in the title of at least one test, which shows over HTTP, on the whole stack, that the requirement is met. The last column names the tests
that show the same requirements on screen, in a browser.

\`npm run capabilities\` writes this page from the titles of the tests. A test fails when the page and the titles differ, or when a number has
no test.
`;

/** The id of every requirement. */
export const ALL_IDS: readonly string[] = GROUPS.flatMap(({ id, count }) =>
  Array.from({ length: count }, (_, index) => `${id}-${String(index + 1).padStart(2, '0')}`),
);

/** The tests in test/seeds/ that name requirements, in the order of their files. */
export async function capabilityTests(): Promise<FoundTest[]> {
  const names = (await readdir(new URL('test/seeds/', ROOT))).filter((name) => name.endsWith('.test.ts')).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const file = `test/seeds/${name}`;
      return findTests(file, await readFile(new URL(file, ROOT), 'utf8'));
    }),
  );
  return found.flat();
}

/** For each id that a test of the console has in its title, the files of these tests. */
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

/** What docs/capabilities.md must contain. */
export async function capabilitiesPage(): Promise<string> {
  const [tests, screens] = [await capabilityTests(), await screenTests()];
  const chapters = GROUPS.map(({ id, title }) => `## ${id} – ${title}\n\n${table(id, tests, screens)}`);
  return [HEAD, ...chapters].join('\n');
}

type Screens = ReadonlyMap<string, readonly string[]>;

/** One row for each test, under the group of its first id, in the order of the ids. */
function table(group: string, tests: readonly FoundTest[], screens: Screens): string {
  const sorted = tests.map((test) => ({ ...test, ids: test.ids.toSorted() }));
  const rows = sorted
    .filter(({ ids: [first] }) => first?.startsWith(group))
    .toSorted((a, b) => a.ids.join().localeCompare(b.ids.join()))
    .map((test) => row(test, screens));
  return ['| requirement | what the test shows | test | on screen |', '| --- | --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}

function row({ ids, says, file }: FoundTest, screens: Screens): string {
  const shown = [...new Set(ids.flatMap((id) => screens.get(id) ?? []))].map(link).join(', ') || '–';
  return `| ${ids.join(', ')} | ${says.replaceAll('|', '\\|')} | ${link(file)} | ${shown} |`;
}

const link = (file: string): string => `[${file.replace(/^.*\//, '').replace('.test.ts', '')}](../${file})`;
