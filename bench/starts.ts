// How long `POST /v1/invoices` takes, which answers once the invoice's workflow runs, against a raw workflow start.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_QUEUE } from './bare/messages.ts';
import { withStack } from './bench-stack.ts';
import { invoiceOf, storeCustomers } from './samples.ts';
import { interleave, report, sized, timed } from './side-by-side.ts';

const WARM_UP = 20;
/** The worker plans the new case meanwhile: the next request is measured on a quiet machine. */
const SETTLE_MS = 100;

await withStack('none', async (bench) => {
  const references = await storeCustomers(bench, 10);
  const ours = async (round: number) => {
    const invoice = invoiceOf(references[round % references.length]!);
    const ms = await timed(() => bench.call('POST', '/invoices', invoice));
    await pause(SETTLE_MS);
    return ms;
  };
  const bare = async () => {
    const start = { workflowId: `bare/${randomUUID()}`, taskQueue: BARE_QUEUE, args: [] };
    const ms = await timed(() => bench.client.workflow.start('bareWait', start));
    await pause(SETTLE_MS);
    return ms;
  };
  await interleave(WARM_UP, ours, bare);
  const pair = await interleave(sized(200), ours, bare);
  report({ what: 'POST /v1/invoices, p50, against a raw start', unit: 'ms', atMost: 1.5 }, pair);
});
