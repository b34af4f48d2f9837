// 2,000 steps due in the same hour: the time from the start of a worker to the last mail, compared with as many bare cases.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { BARE_QUEUE, type BareLife } from './bare/messages.ts';
import { startBareWorker } from './bare/start-bare-worker.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { percentile } from './lists/measure.ts';
import { storeScenario } from './lives-of-cases.ts';
import { abreast, invoiceOf, storeCustomers } from './samples.ts';
import { report, sized, timed } from './side-by-side.ts';

const STEPS = sized(2_000, 20);
const ABREAST = 32;
const LOOK_MS = 200;
/** Time for the server to fire the timers. */
const ARRIVAL_MS = 5_000;

/** Requests per second that Resend allows a whole team. */
const PROVIDER_PACE = 5;

/** Steps per second, all due when the worker starts. Throws unless each step leaves as one message. */
async function ours(bench: BenchStack): Promise<number> {
  const { call, db, stack } = bench;
  const scenarioId = await storeScenario(bench);
  const references = await storeCustomers(bench, STEPS);
  await abreast(8, references, (reference) =>
    call('POST', '/invoices', invoiceOf(reference, { scenario_id: scenarioId })),
  );
  while ((await db.openStep.count()) < STEPS) await pause(LOOK_MS);
  const steps = await db.openStep.findMany({ select: { invoiceId: true, dueAt: true } });
  if (new Set(steps.map(({ dueAt }) => dueAt.getTime())).size > 1)
    throw new Error('the steps are not due at one instant');
  await stack.processes.worker!.kill('SIGTERM');
  await moveAll(
    bench,
    steps.map(({ invoiceId }) => invoiceWorkflowId('demo', invoiceId)),
    steps[0]!.dueAt.getTime(),
  );
  await stack.processes.worker!.restart();
  const latenessS = await watch(() => db.stepRecord.count({ where: { outcome: 'sent' } }));
  const sent = await db.message.findMany({ where: { sentAt: { not: null } }, select: { customerId: true } });
  const customers = new Set(sent.map(({ customerId }) => customerId)).size;
  if (sent.length !== STEPS || customers !== STEPS)
    throw new Error(`${sent.length} messages left, to ${customers} customers, for ${STEPS} steps of one each`);
  const of = (share: number) => `${percentile(latenessS, share).toFixed(1)} s`;
  console.log(`  ${STEPS} steps, a message each: late by ${of(0.5)} (median), ${of(0.95)} (p95), ${of(1)} (the last)`);
  console.log(`  the provider's pace alone would take ${(STEPS / PROVIDER_PACE).toFixed(0)} s`);
  return STEPS / latenessS.at(-1)!;
}

/** Seconds that each step is late, counted from now until all have left. */
async function watch(count: () => Promise<number>): Promise<number[]> {
  const fromMs = performance.now();
  const latenessS: number[] = [];
  while (latenessS.length < STEPS) {
    const left = await count();
    const lateS = (performance.now() - fromMs) / 1000;
    while (latenessS.length < Math.min(left, STEPS)) latenessS.push(lateS);
    await pause(LOOK_MS);
  }
  return latenessS;
}

async function bare(bench: BenchStack): Promise<number> {
  const { client, stack } = bench;
  const life: BareLife = { reminders: 1, delayMs: 15 * 86_400_000 };
  const ids = Array.from({ length: STEPS }, () => `bare/${randomUUID()}`);
  await abreast(ABREAST, ids, async (workflowId) => {
    await client.workflow.start('bareCase', { workflowId, taskQueue: BARE_QUEUE, args: [life] });
    await bench.bare.nextPlan(workflowId);
  });
  await bench.bare.stop();
  await moveAll(bench, ids, Date.now() + life.delayMs + 60_000);
  const again = await startBareWorker(stack.env);
  const ms = await timed(() => Promise.all(ids.map((id) => again.nextPlan(id))));
  await again.stop();
  return STEPS / (ms / 1000);
}

/** Moves each workflow to its timer. The arrival is not waited for: without a worker nothing would report it. */
async function moveAll({ client }: BenchStack, ids: readonly string[], targetMs: number): Promise<void> {
  const { namespace } = client.options;
  await abreast(ABREAST, ids, (workflowId) => {
    const duration = { seconds: Math.ceil((targetMs - Date.now()) / 1000) };
    const timeSkippingConfig = { enabled: true, fastForwardConfig: { id: randomUUID(), duration } };
    return client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution: { workflowId, runId: '' },
      workflowExecutionOptions: { timeSkippingConfig } as never,
      updateMask: { paths: ['time_skipping_config'] },
    });
  });
  await pause(ARRIVAL_MS);
}

await withStack('none', async (bench) => {
  const pair = { ours: [await ours(bench)], bare: [await bare(bench)] };
  report({ what: `${STEPS} steps due at one hour`, unit: 'steps/s' }, pair);
});
