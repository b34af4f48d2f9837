import { plus } from '../e2e/french-days.ts';
import { until } from './cases/lives.ts';
import type { ChaosCase } from './chaos-case.ts';
import { gatherEvidence } from './verdict/evidence.ts';
import { judge, type Verdict } from './verdict/verdict.ts';
import type { ChaosStack } from './stack/chaos-stack.ts';
import { type Size, World } from './world.ts';

export interface Result {
  verdict: Verdict;
  counts: Map<string, number>;
  seconds: number;
}

/** Breaks things as the case says, lets the world come to rest, and judges it. A failure that the verdict can report is not thrown. */
export async function runCase(
  chaos: ChaosCase,
  stack: ChaosStack,
  options: { seed: number; size: Size; log?: (line: string) => void },
): Promise<Result> {
  const startedAt = Date.now();
  const world = await World.begin(stack, options);
  try {
    const troubles: string[] = [];
    await chaos.live(world).catch((error: unknown) => {
      world.say(`broke off: ${String(error)}`);
      troubles.push(`the case broke off: ${String(error)}`);
    });
    troubles.push(...(await comeToRest(world, options.size === 'full' ? 300_000 : 100_000)));
    // Temporal may end by itself; our own processes may not, whatever happens around them.
    troubles.push(...stack.accidents.filter((sentence) => /^(api|worker)(-\d+)? /.test(sentence)));
    const verdict = await judge(world);
    verdict.lost.push(...troubles);
    return { verdict, counts: world.counts, seconds: (Date.now() - startedAt) / 1_000 };
  } finally {
    await world.end();
  }
}

/** Lets one more quiet day pass, and the reconciliation's minute when a workflow has not been told. */
async function comeToRest(world: World, patienceMs: number): Promise<string[]> {
  const troubles: string[] = [];
  const today = await world.today();
  if (!(await world.arriveAt(plus(today, 1), patienceMs)))
    troubles.push('the clock does not pass: something due is never done');
  await until('every workflow was told', () => isTold(world), 100_000).catch(() => undefined);
  return troubles;
}

async function isTold(world: World): Promise<boolean> {
  const { cases } = await gatherEvidence(world);
  return [...cases.values()].every(({ isUntold, isUnplanned }) => !isUntold && !isUnplanned);
}
