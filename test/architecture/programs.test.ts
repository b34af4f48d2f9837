import { readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../scripts/typescript.mjs';

// Without this a program that cannot be built would still run, file by file: correct, and seconds later at every start.
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

  it('that does not exist is refused', async () => {
    await expect(buildProgram('worker/nothing.ts')).rejects.toThrow(/nothing\.ts/);
  });
});
