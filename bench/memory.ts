// A worker's memory for a cached case that sleeps, compared with that for a bare workflow that sleeps.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_QUEUE, type BareLife } from './bare/messages.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { abreast, invoiceOf, storeCustomers } from './samples.ts';
import { report, sized } from './side-by-side.ts';

/** Fewer than a worker caches (worker/create-worker.ts). */
const WARM_UP = 80;
const CASES = sized(400, 40);
const ABREAST = 4;
/** Time until what the starts left behind is collected. */
const SETTLE_MS = 20_000;

/** KiB in the heaps of the process and its threads, without garbage (bench/heap.mjs). */
function heldKib(pid: number): number {
  const files = readdirSync(heaps).filter((name) => name.startsWith(`${pid}-`));
  if (files.length === 0) throw new Error(`process ${pid} has not said what it holds`);
  return files.reduce((sum, name) => sum + Number(readFileSync(join(heaps, name), 'utf8')) / 1024, 0);
}

async function sleepOurs({ call, db }: BenchStack, references: readonly string[], count: number): Promise<void> {
  const invoices = Array.from({ length: count }, (_, index) => invoiceOf(references[index % references.length]!));
  await abreast(ABREAST, invoices, (invoice) => call('POST', '/invoices', invoice));
  while ((await db.invoice.count({ where: { plannedVersion: 0 } })) > 0) await pause(100);
}

async function sleepBare({ client, bare }: BenchStack, count: number): Promise<void> {
  const life: BareLife = { reminders: 1, delayMs: 15 * 86_400_000 };
  const ids = Array.from({ length: count }, () => `bare/${randomUUID()}`);
  await abreast(ABREAST, ids, async (workflowId) => {
    await client.workflow.start('bareCase', { workflowId, taskQueue: BARE_QUEUE, args: [life] });
    await bare.nextPlan(workflowId);
  });
}

/** KiB that each case adds. */
async function grown(pid: number, sleep: (count: number) => Promise<void>): Promise<number> {
  await sleep(WARM_UP);
  await pause(SETTLE_MS);
  const before = heldKib(pid);
  await sleep(CASES);
  await pause(SETTLE_MS);
  return (heldKib(pid) - before) / CASES;
}

const heaps = mkdtempSync(join(tmpdir(), 'relance-heaps-'));
const env = { NODE_OPTIONS: `--import=${new URL('./heap.mjs', import.meta.url).href}`, RELANCE_HEAP: heaps };
const measure = async (bench: BenchStack) => {
  const references = await storeCustomers(bench, 40);
  const ours = await grown(bench.stack.processes.worker!.pid!, (count) => sleepOurs(bench, references, count));
  const bare = await grown(bench.bare.pid, (count) => sleepBare(bench, count));
  report({ what: 'Memory of a cached case that sleeps', unit: 'KiB', atMost: 1.3 }, { ours: [ours], bare: [bare] });
};
try {
  await withStack('none', measure, { env });
} finally {
  rmSync(heaps, { recursive: true, force: true });
}
