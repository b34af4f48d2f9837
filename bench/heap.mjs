// Loaded into every Node process and thread of the stack by `bench/memory.ts`: every few seconds it collects garbage and
// writes the bytes that the thread still holds, memory outside the heap included, to RELANCE_HEAP/<process>-<thread>.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { threadId } from 'node:worker_threads';

const EVERY_MS = 4_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
setInterval(() => {
  collect();
  const { used_heap_size: heap, external_memory: outside, malloced_memory: allocated } = getHeapStatistics();
  writeFileSync(join(process.env.RELANCE_HEAP, `${process.pid}-${threadId}`), String(heap + outside + allocated));
}, EVERY_MS).unref();
