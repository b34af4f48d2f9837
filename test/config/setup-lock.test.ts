import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withSetupLock } from '../../scripts/setup-lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relance-setup-test-'));
  lock = join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Whether the work was done within two seconds. */
const isTaken = () =>
  Promise.race([
    withSetupLock(lock, () => Promise.resolve()).then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000)),
  ]);

describe('The lock of a checkout that is being prepared', () => {
  it('lets one command at a time work', async () => {
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      said.push(`${name} ends`);
    };
    await Promise.all([withSetupLock(lock, work('first')), withSetupLock(lock, work('second'))]);
    expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('of a process that is gone is taken over, also when its number is that of this very process now, as in a container started again', async () => {
    writeFileSync(lock, `${process.pid} another-boot/4711`);
    expect(await isTaken()).toBe(true);
  });

  it('that a full disk left empty is taken over after ten seconds, and not before', async () => {
    writeFileSync(lock, '');
    const waiting = isTaken();
    expect(await waiting).toBe(false);
    const before = new Date(Date.now() - 11_000);
    utimesSync(lock, before, before);
    await expect.poll(isTaken).toBe(true);
  });

  it('is given back by a command that stops in the middle', () => {
    const module = new URL('../../scripts/setup-lock.mjs', import.meta.url).href;
    const program = `import { withSetupLock } from ${JSON.stringify(module)};
      await withSetupLock(${JSON.stringify(lock)}, async () => process.exit(1));`;
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
    expect(status).toBe(1);
    expect(() => readFileSync(lock)).toThrow(/ENOENT/);
  });
});
