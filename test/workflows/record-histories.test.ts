import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

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
