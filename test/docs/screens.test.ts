import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ALL_IDS } from '../../scripts/capabilities/page.ts';

const CONSOLE = new URL('../console/', import.meta.url);
/** From which capability of each document on there is a screen; what comes before is a rule behind all of them. */
const FIRST_WITH_SCREEN: Record<string, number> = { '000': 3, '001': 8, '002': 2, '003': 8, '004': 2 };

/** The ids in the names of the console's tests. */
async function shown(): Promise<Set<string>> {
  const files = (await readdir(CONSOLE)).filter((name) => name.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, CONSOLE), 'utf8')));
  const names = texts.flatMap((text) => [...text.matchAll(/^it\('(.*)', async/gm)].map(([, name = '']) => name));
  return new Set(names.flatMap((name) => name.match(/\b00[0-4]-\d{2}\b/g) ?? []));
}

describe('The screens of the capabilities', () => {
  it('are shown in a browser, each by its id', async () => {
    const ids = await shown();
    const wanted = ALL_IDS.filter((id) => Number(id.slice(4)) >= (FIRST_WITH_SCREEN[id.slice(0, 3)] ?? 0));
    expect(wanted).toHaveLength(38 + 26 + 10 + 13 + 12);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !ALL_IDS.includes(id))).toEqual([]);
  });
});
