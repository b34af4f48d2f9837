import type { ChaosCase } from './chaos-case.ts';
import { type Chance, commandOf } from './report.ts';

/** `failed`: the test suite itself failed, which says nothing about the product. */
export type Outcome = 'kept' | 'broken' | 'failed';

type Print = (line: string) => void;

/** Runs one case after the other, each with the seed that repeats it. A case that cannot be finished does not stop the following ones. */
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

/** An error is printed with the command that repeats the case. */
export async function toItsEnd(run: () => Promise<Outcome>, command: string, print: Print): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    print(`✗ the suite itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    print(`  Repeat: ${command}`);
    return 'failed';
  }
}

/** The exit code: a broken promise outweighs a failure of the suite. */
export function exitCodeOf(outcomes: readonly Outcome[]): 0 | 1 | 2 {
  if (outcomes.includes('broken')) return 2;
  return outcomes.includes('failed') ? 1 : 0;
}
