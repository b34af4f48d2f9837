// A page of 50 of GET /v1/invoices, and all its counters, over 1,000,000 invoices, under every filter of the API. `--
// --sorts` also measures every filter in every order, which takes minutes; `--keep FOLDER` keeps the portfolio for another
// run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLocalStack } from '../scripts/stack.ts';
import { percentile, sample } from './lists/measure.ts';
import { caller, everyFilter, everyQuery, type ListedFilter } from './lists/queries.ts';
import { seedPortfolio } from './lists/seed-portfolio.ts';
import { reportMachine, sized } from './side-by-side.ts';

const INVOICES = sized(1_000_000, 1_000);
const TIMES = 20;
const GOAL_MS = { page: 100, counters: 200 };
const SLOWEST_SHOWN = 8;

const at = process.argv.indexOf('--keep');
const kept = at === -1 ? null : resolve(process.argv[at + 1] ?? 'lists');
const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'relance-bench-')));
const parts = ['postgres', 'temporal', 'api'] as const;
const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'none', parts: [...parts], log: console.log });
const interrupt = () => void stack.stop().finally(() => process.exit(130));
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
try {
  await seedPortfolio(stack, INVOICES);
  const call = caller(stack);
  const filters = await everyFilter(call);
  await measure('A page of 50', '/invoices', filters, GOAL_MS.page);
  await measure('All counters', '/invoices/counters', filters, GOAL_MS.counters);
  if (process.argv.includes('--sorts')) {
    await measure('A page of 50 in any order', '/invoices', await everyQuery(call), GOAL_MS.page, 3);
  }
  reportMachine();

  /** Prints the 95th percentile of the call without filters and of the slowest filters, and how many are over the goal. */
  async function measure(what: string, path: string, queries: ListedFilter[], goalMs: number, times = TIMES) {
    const taken: { name: string; p95: number; median: number }[] = [];
    for (const { name, query } of queries) {
      const ms = await sample(times, () => call(`${path}?${query}`));
      taken.push({ name: name || 'no filter', p95: percentile(ms, 0.95), median: percentile(ms, 0.5) });
    }
    const over = taken.filter(({ p95 }) => p95 > goalMs).length;
    const verdict = over === 0 ? 'met' : `missed by ${over}`;
    console.log(`${what} of ${INVOICES} invoices: ${queries.length} filters, p95 of each ≤ ${goalMs} ms: ${verdict}`);
    const slowest = taken.toSorted((a, b) => b.p95 - a.p95).slice(0, SLOWEST_SHOWN);
    for (const { name, p95, median } of [taken[0]!, ...slowest])
      console.log(`  p95 ${p95.toFixed(0).padStart(5)} ms, median ${median.toFixed(0).padStart(5)} ms  ${name}`);
  }
} finally {
  await stack.stop();
  if (!kept) await rm(dataDir, { recursive: true, force: true });
}
