import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Something that stays the same while a process lives and differs from any other process that gets its number later:
 * null when there is no such process.
 */
export function fingerprintOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    const startedTicks = rest[18];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startedTicks}`;
  } catch {
    return null;
  }
}

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
