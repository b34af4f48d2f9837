import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf } from '../fingerprint.mjs';
import { StackError } from '../stack/stack-error.ts';
import { cacheFolder } from './cache-folder.ts';

/** Lets one process at a time fill the cache; a lock whose holder died is taken over. */
export async function withCacheLock<Result>(
  log: (line: string) => void,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = join(writableCache(), 'temporal-server.lock');
  for (let waitedSeconds = 0; !take(lock); waitedSeconds++) {
    if (waitedSeconds % 10 === 0) log(`Another process is getting the Temporal server; waiting (${waitedSeconds} s) …`);
    await sleep(1000, undefined, signal && { signal });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function writableCache(): string {
  const folder = cacheFolder();
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StackError(
      `The cache folder ${folder} cannot be written (${code}): set RELANCE_CACHE to a folder that can.`,
    );
  }
}

function take(lock: string): boolean {
  const mine = `${process.pid} ${fingerprintOf(process.pid)}`;
  try {
    writeFileSync(lock, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const [pid, fingerprint] = readLock(lock);
  if (pid && fingerprintOf(Number(pid)) !== fingerprint) rmSync(lock, { force: true });
  return false;
}

function readLock(lock: string): string[] {
  try {
    return readFileSync(lock, 'utf8').split(' ');
  } catch {
    return []; // Released at this moment.
  }
}
