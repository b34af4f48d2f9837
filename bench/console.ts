// The collectors' console in Chromium over 100,000 invoices: how soon the first page can be used with an empty cache, how
// soon the rows of another counter are drawn, how much JavaScript the first page loads. `-- --keep FOLDER` keeps the
// portfolio.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../scripts/browser/chromium-args.ts';
import { findChromium } from '../scripts/browser/find-chromium.ts';
import { startLocalStack } from '../scripts/stack.ts';
import { openWorkList } from './console/work-list.ts';
import { percentile } from './lists/measure.ts';
import { seedPortfolio } from './lists/seed-portfolio.ts';
import { median, reportMachine, sized } from './side-by-side.ts';

const INVOICES = sized(100_000, 1_000);
const VISITS = 9;
const GOALS = { usableMs: 1_000, filterMs: 200, scriptBytes: 300_000 };
const COUNTERS = ['R1', 'R2', 'R3', 'Contentieux', 'À confirmer'];

const at = process.argv.indexOf('--keep');
const kept = at === -1 ? null : resolve(process.argv[at + 1] ?? 'console-data');
const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'relance-bench-')));
const parts = ['postgres', 'temporal', 'api'] as const;
const stack = await startLocalStack({ dataDir, ports: 'auto', demoData: 'none', parts: [...parts], log: console.log });
const interrupt = () => void stack.stop().finally(() => process.exit(130));
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt);
const browser = await chromium.launch({ executablePath: await findChromium(console.log), args: CHROMIUM_ARGS });
try {
  await seedPortfolio(stack, INVOICES);
  const usable: number[] = [];
  const filters: number[] = [];
  let scriptBytes = 0;
  // The first visit warms the server and is not counted.
  for (let visit = 0; visit <= VISITS; visit += 1) {
    const list = await openWorkList(browser, stack.apiUrl);
    const filterMs: number[] = [];
    for (const counter of COUNTERS) filterMs.push(await list.choose(counter));
    if (visit > 0) {
      usable.push(list.usableMs);
      filters.push(...filterMs);
      scriptBytes = list.scriptBytes;
    }
    await list.close();
  }
  say('First page usable', usable, GOALS.usableMs);
  say('Another counter’s rows', filters, GOALS.filterMs);
  const isSmall = scriptBytes <= GOALS.scriptBytes;
  console.log(`JavaScript of the first page: ${kB(scriptBytes)} (goal ≤ ${kB(GOALS.scriptBytes)}: ${met(isSmall)})`);
  reportMachine();
} finally {
  await browser.close();
  await stack.stop();
  if (!kept) await rm(dataDir, { recursive: true, force: true });
}

function say(what: string, ms: readonly number[], goalMs: number): void {
  const p95 = percentile(ms, 0.95);
  const figures = `median ${median(ms).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms of ${ms.length}`;
  console.log(`${what} at ${INVOICES} invoices: ${figures} (goal ≤ ${goalMs} ms: ${met(p95 <= goalMs)})`);
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
