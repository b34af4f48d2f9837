import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, toItsEnd } from '../run-cases.ts';
import { applyMutant } from './apply-mutant.ts';
import { copyCheckout } from './copy-checkout.ts';
import type { Mutant } from './mutants.ts';

/** The exit code of a run of chaos in which a promise was broken (run-cases.ts). */
const RED = 2;

type Print = (line: string) => void;

/** Removes each guard from a copy of this checkout and runs the case that must notice. */
export async function runMutants(seed: number, mutants: readonly Mutant[], print: Print): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const mutant of mutants) {
    print(`▶ mutant ${mutant.name} (seed ${seed}): ${mutant.what} …`);
    const command = `npm run chaos -- --seed ${seed} --mutants ${mutant.name}`;
    outcomes.push(await toItsEnd(() => judgeMutant(mutant, seed, command, print), command, print));
  }
  return outcomes;
}

/** True when the mutant was caught. A run that fails for another reason does not count. */
async function judgeMutant(mutant: Mutant, seed: number, command: string, print: Print): Promise<Outcome> {
  const startedAt = Date.now();
  const { code, output } = await runMutant(mutant, seed);
  const isCaught = code === RED && mutant.as.test(output);
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(0);
  print(`${isCaught ? '✓ caught' : '✗ not caught'}: ${mutant.name} by ${mutant.caughtBy} (seed ${seed}, ${seconds} s)`);
  const lines = output.split('\n');
  print((isCaught ? lines.filter((line) => mutant.as.test(line)).slice(0, 3) : lines.slice(-30)).join('\n'));
  if (!isCaught) print(`  Repeat: ${command}`);
  return isCaught ? 'kept' : 'broken';
}

async function runMutant(mutant: Mutant, seed: number): Promise<{ code: number | null; output: string }> {
  const copy = await mkdtemp(join(tmpdir(), 'relance-mutant-'));
  let isBrokenOff = false;
  try {
    await copyCheckout(copy);
    applyMutant(copy, mutant);
    const args = ['test/chaos/run.mjs', '--seed', String(seed), '--size', 'small', '--case', mutant.caughtBy];
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    // When interrupted: first its stack is stopped, then the copy is removed, then this process ends.
    const stop = () => (isBrokenOff = child.kill('SIGTERM'));
    process.once('SIGINT', stop).once('SIGTERM', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    process.off('SIGINT', stop).off('SIGTERM', stop);
    return { code, output };
  } finally {
    await rm(copy, { recursive: true, force: true });
    if (isBrokenOff) process.exit(130);
  }
}
