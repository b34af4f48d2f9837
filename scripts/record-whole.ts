import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Has a new folder written beside its place, and gives it its name once all of it is there: what breaks off leaves nothing that
 * looks like a record. False, and nothing is written: the folder is there already.
 */
export async function recordWhole(folder: string, write: (inProgress: string) => Promise<void>): Promise<boolean> {
  if (existsSync(folder)) return false;
  await mkdir(dirname(folder), { recursive: true });
  const inProgress = await mkdtemp(`${resolve(folder)}.part-`);
  try {
    await write(inProgress);
    if (existsSync(folder)) return false;
    await chmod(inProgress, 0o755);
    await rename(inProgress, folder);
    return true;
  } finally {
    await rm(inProgress, { recursive: true, force: true });
  }
}
