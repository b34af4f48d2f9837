import { Command, InvalidArgumentError, Option } from 'commander';
import { ALL_CASES } from './all-cases.ts';
import type { ChaosCase } from './chaos-case.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { type Chance, describe, isGreen } from './report.ts';
import { runCase } from './run-case.ts';
import { exitCodeOf, type Outcome, runCases } from './run-cases.ts';
import { startChaosStack } from './stack/chaos-stack.ts';
import type { Size } from './world.ts';

const values = new Command('npm run chaos --')
  .description('Kills, outages and races, judged by the mailbox and by Postgres. docs/chaos.md tells more.')
  .option('--seed <n>', 'repeats a run', wholeNumber, Math.floor(Date.now() / 1_000) % 1_000_000)
  .addOption(new Option('--case <name...>', 'these only').choices(ALL_CASES.map(({ name }) => name)))
  .addOption(new Option('--size <size>').choices(['full', 'small']).default('full'))
  .option('--keep', 'leaves the logs of a case that is red')
  .addOption(
    new Option('--mutants [name...]', 'nothing but this: breaks each guard once, the suite has to notice').choices(
      MUTANTS.map(({ name }) => name),
    ),
  )
  .parse()
  .opts<{ seed: number; case?: string[]; size: Size; keep?: true; mutants?: true | string[] }>();
const chance: Chance = { seed: values.seed, size: values.size };
const chosen = ALL_CASES.filter(({ name }) => values.case?.includes(name) ?? true);
const print = (line: string) => console.log(line);

const outcomes = values.mutants ? [] : await runCases(chosen, chance, runOnStack, print);
// A full run ends with the mutants, which show that it can fail.
if (values.mutants || !values.case) outcomes.push(...(await runMutants(values.seed, chosenMutants(), print)));
process.exit(exitCodeOf(outcomes));

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('It is a whole number.');
  return number;
}

function chosenMutants() {
  const names = Array.isArray(values.mutants) ? values.mutants : MUTANTS.map(({ name }) => name);
  return MUTANTS.filter(({ name, caughtBy }) => names.includes(name) && (values.case?.includes(caughtBy) ?? true));
}

/** Runs one case on a stack of its own; returns whether every promise was kept. */
async function runOnStack(chaos: ChaosCase): Promise<Outcome> {
  const stack = await startChaosStack(chaos.stack);
  // An interrupted run leaves nothing behind.
  const interrupt = () => void stack.end().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let isKeptWhole = false;
  try {
    const result = await runCase(chaos, stack, { ...chance, log: (line) => print(`  ${line}`) });
    print(describe(chaos.name, chance, result));
    isKeptWhole = isGreen(result);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    const keep = values.keep === true && !isKeptWhole;
    await stack.end(keep);
    if (keep) print(`  Logs: ${stack.dataDir}`);
  }
  return isKeptWhole ? 'kept' : 'broken';
}
