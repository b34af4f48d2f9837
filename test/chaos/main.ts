import { parseArgs } from 'node:util';
import { ALL_CASES } from './all-cases.ts';
import type { ChaosCase } from './chaos-case.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { describe, isGreen } from './report.ts';
import { runCase } from './run-case.ts';
import { startChaosStack } from './stack/chaos-stack.ts';
import type { Size } from './world.ts';

/** What the process ends with when a promise was broken; 1 is a failure of the suite itself. */
const RED = 2;

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    case: { type: 'string', multiple: true },
    size: { type: 'string', default: 'full' },
    keep: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
  },
});

const seed = Number(values.seed ?? Math.floor(Date.now() / 1_000) % 1_000_000);
if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');
if (values.size !== 'full' && values.size !== 'small') throw new Error('--size is full or small');
const chosen = values.case?.map(named) ?? ALL_CASES;

if (values.mutants) {
  if (!(await runMutants(seed, values.case))) process.exitCode = RED;
} else {
  for (const one of chosen) if (!(await isKept(one, values.size))) process.exitCode = RED;
}
process.exit();

function named(name: string): ChaosCase {
  const found = ALL_CASES.find((one) => one.name === name);
  if (!found) throw new Error(`--case is one of ${ALL_CASES.map((one) => one.name).join(', ')}`);
  return found;
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
    console.log(describe(chaos.name, seed, result));
    isKeptWhole = isGreen(result);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    const keep = values.keep && !isKeptWhole;
    await stack.end(keep);
    if (keep) console.log(`  Logs: ${stack.dataDir}`);
  }
  return isKeptWhole;
}
