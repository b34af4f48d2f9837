// Whole lives per second: three reminders over 45 days, then the payment, with many lives at the same time. Against the same
// shape with empty activities, and against a life that does the least real work: one statement wherever something is stored, a bare
// page and a bare mail for each reminder.
import { startBareWorker } from './bare/start-bare-worker.ts';
import { startStoringServer } from './bare/start-storing-server.ts';
import { type BenchStack, withStack } from './bench-stack.ts';
import { cpuSeconds } from './cpu-time.ts';
import {
  type Life,
  liveToTheEnd,
  PlanWatch,
  startBare,
  startLeast,
  startOurs,
  storeScenario,
} from './lives-of-cases.ts';
import { abreast, storeCustomers } from './samples.ts';
import { inTurns, report, sized, timed } from './side-by-side.ts';

const ROUNDS = 3;
const LIVES = sized(24, 2);
/** Lives at the same time. */
const ABREAST = 12;

type Start = (reference: string) => Promise<Life>;

async function measure(bench: BenchStack, starts: Start[]): Promise<{ perSecond: number[][]; cpu: number[][] }> {
  const cpu: number[][] = starts.map(() => []);
  const round = (start: Start, taken: number[]) => async () => {
    const references = await storeCustomers(bench, LIVES);
    const before = cpuSeconds();
    const ms = await timed(() =>
      abreast(ABREAST, references, async (reference) => liveToTheEnd(bench, await start(reference))),
    );
    taken.push((cpuSeconds() - before) / LIVES);
    return LIVES / (ms / 1000);
  };
  // Everything warms up before anything is counted.
  await inTurns(1, ...starts.map((start) => round(start, [])));
  return { perSecond: await inTurns(ROUNDS, ...starts.map((start, index) => round(start, cpu[index]!))), cpu };
}

await withStack('none', async (bench) => {
  const scenarioId = await storeScenario(bench);
  const plans = new PlanWatch(bench.db);
  const server = await startStoringServer(bench.stack.env);
  const least = await startBareWorker(bench.stack.env, 'least');
  try {
    const { perSecond, cpu } = await measure(bench, [
      (reference) => startOurs(bench, plans, scenarioId, reference),
      () => startBare(bench, 'bareCase'),
      () => startLeast(least, server.url),
      () => startBare(bench, 'bareOneWorkflow'),
    ]);
    const [ours, bare, leastWork, oneWorkflow] = perSecond as [number[], number[], number[], number[]];
    const unit = 'lives/s';
    report({ what: 'Whole lives against a case and three messages, bare', unit, atLeast: 0.8 }, { ours, bare });
    report({ what: 'Whole lives against those that do the least real work', unit }, { ours, bare: leastWork });
    report({ what: 'those of the least real work, against bare', unit }, { ours: leastWork, bare });
    report({ what: 'Whole lives against one bare workflow each', unit }, { ours, bare: oneWorkflow });
    const what = 'CPU time of a life, of all processes together';
    report({ what, unit: 's' }, { ours: cpu[0]!, bare: cpu[1]! });
    report({ what: `${what}, against the least real work`, unit: 's' }, { ours: cpu[0]!, bare: cpu[2]! });
  } finally {
    await least.stop();
    await server.stop();
  }
});
