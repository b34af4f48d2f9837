// Whole lives per second: three reminders over 45 days, then the payment, with many lives at the same time.
import { withStack } from './bench-stack.ts';
import { cpuSeconds } from './cpu-time.ts';
import { type Life, liveToTheEnd, PlanWatch, startBare, startOurs, storeScenario } from './lives-of-cases.ts';
import { abreast, storeCustomers } from './samples.ts';
import { interleave, type Pair, report, sized, timed } from './side-by-side.ts';

const ROUNDS = 3;
const LIVES = sized(24, 2);
/** Lives at the same time. */
const ABREAST = 12;

await withStack('none', async (bench) => {
  const scenarioId = await storeScenario(bench);
  const plans = new PlanWatch(bench.db);
  const cpu: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const round = async (start: (reference: string) => Promise<Life>, taken: number[] = []): Promise<number> => {
    const references = await storeCustomers(bench, LIVES);
    const before = cpuSeconds();
    const ms = await timed(() =>
      abreast(ABREAST, references, async (reference) => liveToTheEnd(bench, await start(reference))),
    );
    taken.push((cpuSeconds() - before) / LIVES);
    return LIVES / (ms / 1000);
  };
  const ours = (taken?: number[]) => round((reference) => startOurs(bench, plans, scenarioId, reference), taken);
  const oneWorkflow: number[] = [];
  // Both warm up before anything is counted.
  await ours();
  await round(() => startBare(bench, 'bareCase'));
  const pair: Pair = await interleave(
    ROUNDS,
    () => ours(cpu.ours),
    async () => {
      oneWorkflow.push(await round(() => startBare(bench, 'bareOneWorkflow')));
      return round(() => startBare(bench, 'bareCase'), cpu.bare);
    },
  );
  const unit = 'lives/s';
  report({ what: 'Whole lives against a case and three messages, bare', unit, atLeast: 0.8 }, pair);
  report({ what: 'Whole lives against one bare workflow each', unit }, { ours: pair.ours, bare: oneWorkflow });
  report({ what: 'CPU time of a life, of all processes together', unit: 's' }, cpu);
});
