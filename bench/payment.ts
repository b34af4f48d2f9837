// From the 2xx of a payment to the end of its invoice's workflow, against a signal to the end of a bare workflow.
import { setTimeout as pause } from 'node:timers/promises';
import { withStack } from './bench-stack.ts';
import { BARE_QUEUE, paidSignal } from './bare/messages.ts';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { randomUUID } from 'node:crypto';
import { invoiceOf, paymentOf, storeCustomers } from './samples.ts';
import { interleave, report, sized } from './side-by-side.ts';

const WARM_UP = 10;
/** Long enough for the case to have planned, and for what the last round left to be done. */
const SETTLE_MS = 250;

await withStack('none', async (bench) => {
  const { client, call } = bench;
  const references = await storeCustomers(bench, 10);
  /** Milliseconds from the moment `act` is acknowledged to the end of the workflow. */
  const untilEnd = async (workflowId: string, act: () => Promise<unknown>): Promise<number> => {
    const ended = client.workflow
      .getHandle(workflowId)
      .result()
      .then(() => performance.now());
    await pause(SETTLE_MS);
    await act();
    const acknowledgedMs = performance.now();
    return Math.max(0, (await ended) - acknowledgedMs);
  };
  const ours = async (round: number) => {
    const invoice = invoiceOf(references[round % references.length]!);
    const { id } = await call('POST', '/invoices', invoice);
    return untilEnd(invoiceWorkflowId('demo', id as string), () =>
      call('POST', '/payments', paymentOf(invoice.number)),
    );
  };
  const bare = async () => {
    const workflowId = `bare/${randomUUID()}`;
    const handle = await client.workflow.start('bareWait', { workflowId, taskQueue: BARE_QUEUE });
    return untilEnd(workflowId, () => handle.signal(paidSignal));
  };
  await interleave(WARM_UP, ours, bare);
  const pair = await interleave(sized(60), ours, bare);
  report({ what: 'Acknowledged payment to the end of the workflow', unit: 'ms', atMost: 2 }, pair);
});
