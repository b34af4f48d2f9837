import type { ChaosCase } from './chaos-case.ts';
import { type Chance, commandOf } from './report.ts';

/** `failed`: the suite itself did, and says nothing of the product. */
export type Outcome = 'kept' | 'broken' | 'failed';

type Print = (line: string) => void;

/** One case after the other, each with the seed that repeats it; one that cannot be run to its end hides nothing that comes after. */
export async function runCases(
  cases: readonly ChaosCase[],
  chance: Chance,
  run: (chaos: ChaosCase) => Promise<Outcome>,
  print: Print,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const chaos of cases) {
    print(`▶ ${chaos.name} (seed ${chance.seed}): ${chaos.what} …`);
    outcomes.push(await toItsEnd(() => run(chaos), commandOf(chaos.name, chance), print));
  }
  return outcomes;
}

/** What is thrown is printed, with the command that tries it again. */
export async function toItsEnd(run: () => Promise<Outcome>, command: string, print: Print): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    print(`✗ the suite itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    print(`  Repeat: ${command}`);
    return 'failed';
  }
}

/** What the process ends with: a broken promise outweighs a failure of the suite. */
export function exitCodeOf(outcomes: readonly Outcome[]): 0 | 1 | 2 {
  if (outcomes.includes('broken')) return 2;
  return outcomes.includes('failed') ? 1 : 0;
}
