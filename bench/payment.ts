// From the 2xx of a payment to the end of its invoice's workflow, compared with a signal to the end of a bare workflow.
import { withStack } from './bench-stack.ts';
import { BARE_QUEUE, paidSignal } from './bare/messages.ts';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { randomUUID } from 'node:crypto';
import { invoiceOf, paymentOf, storeCustomers } from './samples.ts';
import { interleave, report, sized } from './side-by-side.ts';
import { untilEnd } from './until-end.ts';

const WARM_UP = 10;

await withStack('none', async (bench) => {
  const { client, call } = bench;
  const references = await storeCustomers(bench, 10);
  const ours = async (round: number) => {
    const invoice = invoiceOf(references[round % references.length]!);
    const { id } = await call('POST', '/invoices', invoice);
    return untilEnd(client, invoiceWorkflowId('demo', id as string), () =>
      call('POST', '/payments', paymentOf(invoice.number)),
    );
  };
  const bare = async () => {
    const workflowId = `bare/${randomUUID()}`;
    const handle = await client.workflow.start('bareWait', { workflowId, taskQueue: BARE_QUEUE });
    return untilEnd(client, workflowId, () => handle.signal(paidSignal));
  };
  await interleave(WARM_UP, ours, bare);
  const pair = await interleave(sized(60), ours, bare);
  report({ what: 'Acknowledged payment to the end of the workflow', unit: 'ms', atMost: 2 }, pair);
});
