// Events per life: the histories of a case and its three messages, compared with those of the bare shape.
import { withStack, type BenchStack } from './bench-stack.ts';
import {
  type Life,
  liveToTheEnd,
  PlanWatch,
  REMINDERS,
  startBare,
  startOurs,
  storeScenario,
} from './lives-of-cases.ts';
import { storeCustomers } from './samples.ts';
import { interleave, report, sized } from './side-by-side.ts';

/** Events that only time travel in the demonstration causes; production has none of them. */
const OF_TIME_TRAVEL = /TimeSkipping|OptionsUpdated/;

/** The number of events of each kind in one execution. */
async function eventsOf({ client }: BenchStack, workflowId: string): Promise<Map<string, number>> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const counts = new Map<string, number>();
  for (const event of events ?? []) {
    const kind = Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? 'unknown';
    if (!OF_TIME_TRAVEL.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

async function eventsOfLife(bench: BenchStack, life: Life, messageIds: () => Promise<string[]>): Promise<number> {
  await liveToTheEnd(bench, life);
  let sum = 0;
  for (const workflowId of [life.workflowId, ...(await messageIds())]) {
    const counts = await eventsOf(bench, workflowId);
    const total = [...counts.values()].reduce((all, count) => all + count, 0);
    if (process.argv.includes('--kinds')) console.log(workflowId, total, Object.fromEntries(counts));
    sum += total;
  }
  return sum;
}

await withStack('none', async (bench) => {
  const scenarioId = await storeScenario(bench);
  const plans = new PlanWatch(bench.db);
  const rounds = sized(5);
  const references = await storeCustomers(bench, rounds);
  const ours = async (round: number) => {
    const life = await startOurs(bench, plans, scenarioId, references[round]!);
    return eventsOfLife(bench, life, async () => {
      const where = { items: { some: { invoiceId: life.workflowId.split('/')[2]! } } };
      const messages = await bench.db.message.findMany({ where, select: { id: true } });
      return messages.map(({ id }) => `message/demo/${id}`);
    });
  };
  const bare = async () => {
    const life = await startBare(bench, 'bareCase');
    const ids = Array.from({ length: REMINDERS }, (_, number) => `${life.workflowId}/message/${number}`);
    return eventsOfLife(bench, life, () => Promise.resolve(ids));
  };
  const pair = await interleave(rounds, ours, bare);
  report({ what: 'Events a life, of a case and its three messages', unit: 'events', atMost: 1.15 }, pair);
});
