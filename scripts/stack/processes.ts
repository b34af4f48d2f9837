import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf } from '../fingerprint.mjs';

/** The command line of a process, or an empty string when there is no such process or it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Sends `signal` to a process that is not our child and waits until it is gone; after `graceMs` kills it with -9. */
export async function endProcess(pid: number, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  const fingerprint = fingerprintOf(pid);
  const isThere = () => fingerprint !== null && fingerprintOf(pid) === fingerprint;
  for (const attempt of [signal, 'SIGKILL'] as const) {
    if (!isThere()) return;
    try {
      process.kill(pid, attempt);
    } catch {
      return;
    }
    const deadline = Date.now() + graceMs;
    while (isThere() && Date.now() < deadline) await sleep(50);
  }
}
