// How long `POST /v1/invoices` takes, which answers once the invoice's workflow runs, against a raw workflow start; and against
// the least that an API can do which stores first.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_QUEUE } from './bare/messages.ts';
import { startStoringServer } from './bare/start-storing-server.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { invoiceOf, storeCustomers } from './samples.ts';
import { inTurns, report, sized, timed } from './side-by-side.ts';

const WARM_UP = 20;
/** The worker plans the new case meanwhile: the next request is measured on a quiet machine. */
const SETTLE_MS = 100;

const settled = async (work: () => Promise<unknown>): Promise<number> => {
  const ms = await timed(work);
  await pause(SETTLE_MS);
  return ms;
};

async function measure(bench: BenchStack, storingUrl: string): Promise<void> {
  const references = await storeCustomers(bench, 10);
  const invoiceFor = (round: number) => invoiceOf(references[round % references.length]!);
  const ours = (round: number) => settled(() => bench.call('POST', '/invoices', invoiceFor(round)));
  const bare = () => {
    const start = { workflowId: `bare/${randomUUID()}`, taskQueue: BARE_QUEUE, args: [] };
    return settled(() => bench.client.workflow.start('bareWait', start));
  };
  const storing = (round: number) => {
    const body = JSON.stringify(invoiceFor(round));
    return settled(async () => (await fetch(storingUrl, { method: 'POST', body })).json());
  };
  await inTurns(WARM_UP, ours, bare, storing);
  const [posted, started, stored] = await inTurns(sized(200), ours, bare, storing);
  const raw = { ours: posted!, bare: started! };
  report({ what: 'POST /v1/invoices, p50, against a raw start', unit: 'ms', atMost: 1.5 }, raw);
  report({ what: 'against a bare request that stores, then starts', unit: 'ms' }, { ours: posted!, bare: stored! });
  report({ what: 'that bare request, against a raw start', unit: 'ms' }, { ours: stored!, bare: started! });
}

await withStack('none', async (bench) => {
  const server = await startStoringServer(bench.stack.env);
  try {
    await measure(bench, server.url);
  } finally {
    await server.stop();
  }
});
