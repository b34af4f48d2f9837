// Moves the demonstration's clock by 15 days over the seeded portfolio, compared with moving 250 bare idle executions as
// far.
import { randomUUID } from 'node:crypto';
import { fastForward } from '../temporal/fast-forward.ts';
import { BARE_QUEUE } from './bare/messages.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { abreast } from './samples.ts';
import { median, report, timed } from './side-by-side.ts';

const DAYS = 15;
const EXECUTIONS = 250;
/** The number that the advance moves at the same time. */
const ABREAST = 64;
const GOAL_S = 15;

/** Seconds that moving 250 idle executions takes. */
async function moveBare({ client }: BenchStack): Promise<number> {
  const ids = Array.from({ length: EXECUTIONS }, () => `bare/${randomUUID()}`);
  await abreast(16, ids, (workflowId) => client.workflow.start('bareWait', { workflowId, taskQueue: BARE_QUEUE }));
  await abreast(16, ids, (id) => client.workflow.getHandle(id).query('__temporal_workflow_metadata')); // Waits until they idle.
  const targetMs = Date.now() + DAYS * 86_400_000;
  const { namespace } = client.options;
  const move = (id: string) => fastForward(client.connection as never, namespace, id, targetMs, randomUUID());
  return (await timed(() => abreast(ABREAST, ids, move))) / 1000;
}

await withStack('portfolio', async (bench) => {
  const { db, call } = bench;
  const bare = [await moveBare(bench)];
  const before = await db.message.count({ where: { sentAt: { not: null } } });
  const { now_at: fromAt } = await call('GET', '/demo/clock');
  const dueBy = new Date(Date.parse(fromAt as string) + DAYS * 86_400_000);
  const due = await db.openStep.count({ where: { dueAt: { lte: dueBy } } });
  const seconds = (await timed(() => call('POST', '/demo/clock', { advance_days: DAYS }))) / 1000;
  const sent = (await db.message.count({ where: { sentAt: { not: null } } })) - before;
  const alive = await db.invoice.count({ where: { kind: 'invoice', closedAs: null } });
  bare.push(await moveBare(bench));
  const verdict = seconds <= GOAL_S ? 'met' : 'missed';
  console.log(`Demonstration clock, ${DAYS} days: ${seconds.toFixed(1)} s (goal ≤ ${GOAL_S} s: ${verdict})`);
  console.log(`  ${alive} open cases, ${due} steps due at first, ${sent} messages left`);
  report(
    { what: `Against moving ${EXECUTIONS} bare idle executions`, unit: 's' },
    { ours: [seconds], bare: [median(bare)] },
  );
});
