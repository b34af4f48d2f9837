// Uses Node's own modules only: it runs before anything is installed.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fingerprintOf } from './fingerprint.mjs';

/** A lock is written at once. One that stays empty for this long was left by a process that ended on a full disk. */
const EMPTY_FOR_MS = 10_000;
const LOOKS_EVERY_MS = 300;

/**
 * Runs `work` while no other process that names the same file does. A lock whose holder is gone is taken over: in a
 * restarted container the same process number is another process, often this one.
 */
export async function withSetupLock(lock, work) {
  for (let told = false; !takeLock(lock); told = true) {
    if (!told) console.error('Another command is preparing this checkout; waiting for it …');
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
  const giveBack = () => rmSync(lock, { force: true });
  process.once('exit', giveBack); // On an interruption `finally` does not run.
  try {
    await work();
  } finally {
    process.off('exit', giveBack);
    giveBack();
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, `${process.pid} ${fingerprintOf(process.pid)}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      rmSync(lock, { force: true }); // The file was created, but the disk has no room for its content.
      throw error;
    }
  }
  if (isLeftBehind(lock)) rmSync(lock, { force: true });
  return false;
}

function isLeftBehind(lock) {
  try {
    const [pid, fingerprint] = readFileSync(lock, 'utf8').split(' ');
    if (pid && fingerprint) return fingerprintOf(Number(pid)) !== fingerprint;
    return Date.now() - statSync(lock).mtimeMs > EMPTY_FOR_MS;
  } catch {
    return false; // Released at this moment.
  }
}
