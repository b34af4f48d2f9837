// 10,000 invoices in one file: how long a case waits for its first plan while the import goes on, and how long an older
// case takes meanwhile from its payment to its end, compared with the same on a quiet machine.
import { setTimeout as pause } from 'node:timers/promises';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { percentile } from './lists/measure.ts';
import { abreast, csvOfInvoices, invoiceOf, paymentOf, storeCustomers } from './samples.ts';
import { sized } from './side-by-side.ts';
import { untilEnd } from './until-end.ts';

const INVOICES = sized(10_000, 200);
const CUSTOMERS = 200;
const SAMPLES = 300;
const LOOK_MS = 1_000;

/** Cases that exist before the import, of which one is paid every few seconds. */
const OTHERS = sized(60, 5);
const EVERY_MS = 4_000;

/**
 * Seconds from the moment at which a case's first task is due, which an import postpones on purpose, to its first plan; for
 * a sample of the cases.
 */
async function waits({ db, client }: BenchStack): Promise<number[]> {
  const planned = await db.openStep.findMany({ select: { invoiceId: true, action: { select: { createdAt: true } } } });
  const every = Math.max(1, Math.floor(planned.length / SAMPLES));
  const sampled = planned.filter((_, index) => index % every === 0);
  return await abreast(8, sampled, async ({ invoiceId, action }) => {
    const { executionTime, startTime } = await client.workflow
      .getHandle(invoiceWorkflowId('demo', invoiceId))
      .describe();
    return Math.max(0, action.createdAt.getTime() - (executionTime ?? startTime).getTime()) / 1000;
  });
}

/** Milliseconds from each payment to the end of its case, one after the other, until `isOver` or all are paid. */
async function pay({ client, call }: BenchStack, invoices: Other[], isOver: () => boolean): Promise<number[]> {
  const ms: number[] = [];
  for (let one = invoices.pop(); one !== undefined && !isOver(); one = invoices.pop()) {
    const { id, number } = one;
    ms.push(await untilEnd(client, invoiceWorkflowId('demo', id), () => call('POST', '/payments', paymentOf(number))));
    await pause(isOver === NEVER ? LOOK_MS : EVERY_MS);
  }
  return ms;
}

interface Other {
  id: string;
  number: string;
}

const NEVER = () => false;
const inMs = (ms: number[], share: number) => `${percentile(ms, share).toFixed(0)} ms`;

await withStack('none', async (bench) => {
  const { call, db } = bench;
  const references = await storeCustomers(bench, CUSTOMERS);
  const others = await abreast(8, references.slice(0, OTHERS), async (reference): Promise<Other> => {
    const invoice = invoiceOf(reference);
    const { id } = await call('POST', '/invoices', invoice);
    return { id, number: invoice.number };
  });
  const quiet = await pay(bench, others.splice(0, Math.ceil(OTHERS / 4)), NEVER);
  let isStored = false;
  const fromMs = Date.now();
  const { id } = await call('POST', '/imports?kind=invoices', csvOfInvoices(references, INVOICES));
  const paying = pay(bench, others, () => isStored);
  while ((await call('GET', `/imports/${id}`)).status !== 'done') await pause(LOOK_MS);
  isStored = true;
  const storedS = (Date.now() - fromMs) / 1000;
  while ((await db.invoice.count({ where: { plannedVersion: 0 } })) > 0) await pause(LOOK_MS);
  const plannedS = (Date.now() - fromMs) / 1000;
  const meanwhile = await paying;
  const seconds = await waits(bench);
  const of = (share: number) => `${percentile(seconds, share).toFixed(1)} s`;
  console.log(
    `An import of ${INVOICES} invoices: stored in ${storedS.toFixed(0)} s, all planned after ${plannedS.toFixed(0)} s`,
  );
  console.log(
    `  from when a case's first task is due to its plan: median ${of(0.5)}, p95 ${of(0.95)}, longest ${of(1)}`,
  );
  console.log(
    `  others, from a payment to the end meanwhile: median ${inMs(meanwhile, 0.5)}, p95 ${inMs(meanwhile, 0.95)}` +
      ` (${meanwhile.length}); quiet: median ${inMs(quiet, 0.5)}`,
  );
});
