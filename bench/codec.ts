// Whole lives per second with the encryption of what Temporal stores, compared with none: two stacks, measured in turns.
import { randomBytes } from 'node:crypto';
import { withStack } from './bench-stack.ts';
import { liveToTheEnd, PlanWatch, startOurs, storeScenario } from './lives-of-cases.ts';
import { abreast, storeCustomers } from './samples.ts';
import { median, type Pair, report, sized, timed } from './side-by-side.ts';

const TURNS = 2;
const ROUNDS = 3;
const LIVES = sized(24, 2);
const ABREAST = 12;

/** Lives per second on a stack of its own: the median of its rounds. */
async function livesPerSecond(env: Record<string, string>): Promise<number> {
  const measured: number[] = [];
  await withStack(
    'none',
    async (bench) => {
      const scenarioId = await storeScenario(bench);
      const plans = new PlanWatch(bench.db);
      for (let round = 0; round <= ROUNDS; round += 1) {
        const references = await storeCustomers(bench, LIVES);
        const ms = await timed(() =>
          abreast(ABREAST, references, async (reference) =>
            liveToTheEnd(bench, await startOurs(bench, plans, scenarioId, reference)),
          ),
        );
        if (round > 0) measured.push(LIVES / (ms / 1000)); // The first round warms up.
      }
    },
    { env },
  );
  return median(measured);
}

const encrypted = { TEMPORAL_CODEC_KEYS: `bench:${randomBytes(32).toString('base64')}` };
const pair: Pair = { ours: [], bare: [] };
for (let turn = 0; turn < TURNS; turn += 1) {
  pair.ours.push(await livesPerSecond(encrypted));
  pair.bare.push(await livesPerSecond({}));
}
report({ what: 'Lives with the codec on against off ("bare")', unit: 'lives/s', atLeast: 0.85 }, pair);
