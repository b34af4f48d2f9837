import { Command, InvalidArgumentError, Option } from 'commander';
import { ALL_CASES } from './all-cases.ts';
import type { ChaosCase } from './chaos-case.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { describe, isGreen } from './report.ts';
import { runCase } from './run-case.ts';
import { startChaosStack } from './stack/chaos-stack.ts';
import type { Size } from './world.ts';

/** What the process ends with when a promise was broken; 1 is a failure of the suite itself. */
const RED = 2;

const values = new Command('npm run chaos --')
  .description('Kills, outages and races, judged by the mailbox and by Postgres. docs/chaos.md tells more.')
  .option('--seed <n>', 'repeats a run', wholeNumber, Math.floor(Date.now() / 1_000) % 1_000_000)
  .addOption(new Option('--case <name...>', 'these only').choices(ALL_CASES.map(({ name }) => name)))
  .addOption(new Option('--size <size>').choices(['full', 'small']).default('full'))
  .option('--keep', 'leaves the logs of a case that is red')
  .option('--mutants', 'breaks each guard once: the suite has to notice')
  .parse()
  .opts<{ seed: number; case?: string[]; size: Size; keep?: true; mutants?: true }>();
const { seed } = values;
const chosen = ALL_CASES.filter(({ name }) => values.case?.includes(name) ?? true);

if (values.mutants) {
  if (!(await runMutants(seed, values.case))) process.exitCode = RED;
} else {
  for (const one of chosen) if (!(await isKept(one, values.size))) process.exitCode = RED;
}
process.exit();

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('It is a whole number.');
  return number;
}

/** Runs one case on a stack of its own; answers whether every promise was kept. */
async function isKept(chaos: ChaosCase, size: Size): Promise<boolean> {
  console.log(`▶ ${chaos.name}: ${chaos.what} …`);
  const stack = await startChaosStack(chaos.stack);
  // A run that is broken off leaves nothing behind.
  const interrupt = () => void stack.end().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  let isKeptWhole = false;
  try {
    const log = (line: string) => console.log(`  ${line}`);
    const result = await runCase(chaos, stack, { seed, size, log });
    console.log(describe(chaos.name, { seed, size }, result));
    isKeptWhole = isGreen(result);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    const keep = values.keep === true && !isKeptWhole;
    await stack.end(keep);
    if (keep) console.log(`  Logs: ${stack.dataDir}`);
  }
  return isKeptWhole;
}
