import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordWhole } from '../../scripts/record-whole.ts';

it('What an older release recorded is never overwritten: the recording refuses a folder that is there already', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relance-recorded-'));
  try {
    await writeFile(join(folder, 'message-sent.json'), 'as it was');
    const command = ['--import', 'tsx', 'scripts/record-histories.ts', folder];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 60_000 });
    expect([status, stderr]).toEqual([1, expect.stringContaining('is there already and is never overwritten')]);
    expect(await readdir(folder)).toEqual(['message-sent.json']);
    expect(await readFile(join(folder, 'message-sent.json'), 'utf8')).toBe('as it was');
  } finally {
    await rm(folder, { recursive: true });
  }
}, 90_000);

it('A record has its name once it is whole: of a recording that broke off nothing is left, and it can be made again', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'relance-recorded-'));
  const folder = join(parent, 'v9');
  const write = (inProgress: string) => writeFile(join(inProgress, 'message-sent.json'), 'whole');
  try {
    const brokenOff = recordWhole(folder, async (inProgress) => {
      await write(inProgress);
      expect(await readdir(parent)).not.toContain('v9');
      throw new Error('the stack did not start');
    });
    await expect(brokenOff).rejects.toThrow('the stack did not start');
    expect(await readdir(parent)).toEqual([]);
    expect(await recordWhole(folder, write)).toBe(true);
    expect([await readdir(parent), await readdir(folder)]).toEqual([['v9'], ['message-sent.json']]);
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
  } finally {
    await rm(parent, { recursive: true });
  }
});

it('A folder that came while it was recorded is not overwritten either', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'relance-recorded-'));
  const folder = join(parent, 'v9');
  try {
    expect(await recordWhole(folder, () => mkdir(folder).then(() => undefined))).toBe(false);
    expect([await readdir(parent), await readdir(folder)]).toEqual([['v9'], []]);
  } finally {
    await rm(parent, { recursive: true });
  }
});
