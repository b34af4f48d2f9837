// Memory of a worker for a cached case that sleeps, against that for a bare workflow that sleeps.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_QUEUE, type BareLife } from './bare/messages.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { abreast, invoiceOf, storeCustomers } from './samples.ts';
import { report, sized } from './side-by-side.ts';

/** Under what a worker caches (worker/create-worker.ts). */
const WARM_UP = 80;
const CASES = sized(400, 40);
const ABREAST = 4;
/** Until what the starts left behind is collected. */
const SETTLE_MS = 20_000;

/** KiB that the process holds in memory. */
function residentKib(pid: number): number {
  const [, kib] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (!kib) throw new Error('the memory of a process is read from /proc, which is there on Linux alone');
  return Number(kib);
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

/** KiB that each of the cases adds. */
async function grown(pid: number, sleep: (count: number) => Promise<void>): Promise<number> {
  await sleep(WARM_UP);
  await pause(SETTLE_MS);
  const before = residentKib(pid);
  await sleep(CASES);
  await pause(SETTLE_MS);
  return (residentKib(pid) - before) / CASES;
}

await withStack('none', async (bench) => {
  const references = await storeCustomers(bench, 40);
  const ours = await grown(bench.stack.processes.worker!.pid!, (count) => sleepOurs(bench, references, count));
  const bare = await grown(bench.bare.pid, (count) => sleepBare(bench, count));
  report({ what: 'Memory of a cached case that sleeps', unit: 'KiB', atMost: 1.3 }, { ours: [ours], bare: [bare] });
});
