// 10,000 invoices in one file: how long a case that was started waits for its first plan while the import goes on.
import { setTimeout as pause } from 'node:timers/promises';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { percentile } from './lists/measure.ts';
import { abreast, csvOfInvoices, storeCustomers } from './samples.ts';
import { sized } from './side-by-side.ts';

const INVOICES = sized(10_000, 200);
const CUSTOMERS = 200;
const SAMPLES = 300;
const LOOK_MS = 1_000;

/** Seconds from the start of a case's workflow to its first plan, of every nth case. */
async function waits({ db, client }: BenchStack): Promise<number[]> {
  const planned = await db.openStep.findMany({ select: { invoiceId: true, action: { select: { createdAt: true } } } });
  const every = Math.max(1, Math.floor(planned.length / SAMPLES));
  const sampled = planned.filter((_, index) => index % every === 0);
  return await abreast(8, sampled, async ({ invoiceId, action }) => {
    const { startTime } = await client.workflow.getHandle(invoiceWorkflowId('demo', invoiceId)).describe();
    return (action.createdAt.getTime() - startTime.getTime()) / 1000;
  });
}

await withStack('none', async (bench) => {
  const { call, db } = bench;
  const references = await storeCustomers(bench, CUSTOMERS);
  const fromMs = Date.now();
  const { id } = await call('POST', '/imports?kind=invoices', csvOfInvoices(references, INVOICES));
  while ((await call('GET', `/imports/${id}`)).status !== 'done') await pause(LOOK_MS);
  const storedS = (Date.now() - fromMs) / 1000;
  while ((await db.invoice.count({ where: { plannedVersion: 0 } })) > 0) await pause(LOOK_MS);
  const plannedS = (Date.now() - fromMs) / 1000;
  const seconds = await waits(bench);
  const of = (share: number) => `${percentile(seconds, share).toFixed(1)} s`;
  console.log(
    `An import of ${INVOICES} invoices: stored in ${storedS.toFixed(0)} s, all planned after ${plannedS.toFixed(0)} s`,
  );
  console.log(`  from a case's start to its first plan: median ${of(0.5)}, p95 ${of(0.95)}, longest ${of(1)}`);
});
