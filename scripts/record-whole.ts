import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Lets `write` fill a temporary folder, then renames it to `folder`, so that an interrupted run leaves nothing that looks
 * complete. Returns false and writes nothing when the folder exists already.
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
