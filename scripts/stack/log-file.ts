import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const LARGE_BYTES = 20 * 1024 * 1024;
const END_BYTES = 64 * 1024;

/** Renames a log of more than 20 MB to `.1`, replacing the previous one, so that the next start begins a new log. */
export function turnOver(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LARGE_BYTES) renameSync(logFile, `${logFile}.1`);
}

/** The last 64 KB of a file of any size; an empty text when the file does not exist. */
export function endOfFile(file: string): string {
  if (!existsSync(file)) return '';
  const open = openSync(file, 'r');
  try {
    const { size } = fstatSync(open);
    const end = Buffer.alloc(Math.min(size, END_BYTES));
    return end.toString('utf8', 0, readSync(open, end, 0, end.length, size - end.length));
  } finally {
    closeSync(open);
  }
}
