import { readdirSync, readFileSync } from 'node:fs';

/** Linux always reports 100 ticks per second, on every machine. */
const TICKS_PER_SECOND = 100;

/** Seconds of CPU that the processes started by this one have used so far, Postgres' own included; NaN except on Linux. */
export function cpuSeconds(): number {
  const processes = new Map(readProcesses().map((one) => [one.pid, one]));
  const isOurs = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return parent === process.pid || (parent !== undefined && parent !== pid && isOurs(parent));
  };
  const ours = [...processes.values()].filter(({ pid }) => isOurs(pid));
  return ours.length === 0 ? NaN : ours.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND;
}

function readProcesses(): { pid: number; parent: number; ticks: number }[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  } catch {
    return [];
  }
}

/** The CPU time of a process and of its children that have ended. */
function readProcess(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The process's name, in brackets, may contain any character.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
