import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../scripts/typescript.mjs';

// Without this test, a program that cannot be bundled would still run file by file: correct, but seconds later at every start.
describe('A program', () => {
  it('is one file with all that it imports of ours, which finds what stands beside its sources', async () => {
    const text = await readFile(await buildProgram('worker/main.ts'), 'utf8');
    expect(text).not.toMatch(/^import .* from "\.{1,2}\//m);
    expect(text).not.toContain('import.meta.url');
    expect(text).toContain(new URL('../../letters/fonts.ts', import.meta.url).href);
  });

  it('loads of the mails’ library the parts that ours are made of', async () => {
    const text = await readFile(await buildProgram('worker/main.ts'), 'utf8');
    expect(text).toContain('react-email/dist/components/heading/heading.mjs');
    expect(text).not.toMatch(/prismjs|tailwindcss/);
  });

  it('is made once of the same sources', async () => {
    const first = await buildProgram('scripts/mailbox/main.ts');
    const { ino } = await stat(first);
    expect(await buildProgram('scripts/mailbox/main.ts')).toBe(first);
    expect((await stat(first)).ino).toBe(ino);
  });

  it('is made anew when a source has changed, though its date and length are what they were', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relance-program-'));
    const before = new Date(Date.now() - 60_000);
    const write = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      await utimes(join(folder, name), before, before);
    };
    const entry = relative(process.cwd(), join(folder, 'program.ts'));
    await write('program.ts', `export { word } from './word.ts';`);
    await write('word.ts', `export const word = 'due';`);
    const first = await buildProgram(entry);
    expect(await readFile(first, 'utf8')).toContain('"due"');
    expect(await buildProgram(entry)).toBe(first);
    await write('word.ts', `export const word = 'now';`);
    expect(await readFile(await buildProgram(entry), 'utf8')).toContain('"now"');
    await rm(join(folder, 'word.ts'));
    await expect(buildProgram(entry)).rejects.toThrow(/word\.ts/);
    await rm(folder, { recursive: true });
  });

  it('that does not exist is refused', async () => {
    await expect(buildProgram('worker/nothing.ts')).rejects.toThrow(/nothing\.ts/);
  });
});
