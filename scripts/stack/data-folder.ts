import { mkdirSync, statfsSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './stack-error.ts';

const NEEDED_MB = 300;

/** Creates the data folder with its `logs`; throws a StackError when it cannot be written or the disk is full. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    const probe = join(dataDir, '.probe');
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StackError(
      `The data folder ${dataDir} cannot be written (${code}): set RELANCE_DATA to a folder that can.`,
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const freeMb = Math.floor((Number(bavail) * Number(bsize)) / 1e6);
  if (freeMb >= NEEDED_MB) return;
  throw new StackError(
    `Only ${freeMb} MB are free where ${dataDir} is and Relance needs ${NEEDED_MB}: make room, or set RELANCE_DATA to a folder on another disk.`,
  );
}
