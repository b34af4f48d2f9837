import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('../../scripts/child.mjs', import.meta.url));

/** The time and memory taken by one file with many letters. */
export interface OneFile {
  drawMs: number;
  mergeMs: number;
  peakMib: number;
}

/** Makes one file with this many letters in a process of its own: ours, drawn one by one and merged, or bare pages. */
export async function oneFile(how: 'merged' | 'bare', letters: number): Promise<OneFile> {
  const child = spawn(process.execPath, [CHILD, 'bench/letters/make-file.ts', how, String(letters)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [news] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`the file was not made: ${String(code)}`))),
  ])) as [OneFile];
  await ended;
  return news;
}
