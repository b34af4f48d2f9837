import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyMutant } from './apply-mutant.ts';
import { type Mutant, MUTANTS } from './mutants.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** What a run of chaos ends with when a promise was broken (main.ts). */
const RED = 2;
const NOT_COPIED = new Set(['node_modules', '.git', '.data', 'coverage', 'histories']);

/**
 * Takes each guard out of a copy of this checkout and runs the case that must notice; `cases` limits it to those cases.
 * Answers whether every mutant was caught. A mutant whose run breaks for another reason is not caught.
 */
export async function runMutants(seed: number, cases: readonly string[] | undefined): Promise<boolean> {
  let areCaught = true;
  for (const mutant of MUTANTS.filter(({ caughtBy }) => cases?.includes(caughtBy) ?? true)) {
    console.log(`▶ mutant ${mutant.name}: ${mutant.what} …`);
    const { code, output } = await runMutant(mutant, seed);
    const isCaught = code === RED && mutant.as.test(output);
    areCaught &&= isCaught;
    const broken = output.split('\n').filter((line) => mutant.as.test(line));
    console.log(`${isCaught ? '✓ caught' : '✗ not caught'}: ${mutant.name} by ${mutant.caughtBy} (seed ${seed})`);
    console.log((isCaught ? broken.slice(0, 3) : output.split('\n').slice(-30)).join('\n'));
  }
  return areCaught;
}

async function runMutant(mutant: Mutant, seed: number): Promise<{ code: number | null; output: string }> {
  const copy = await mkdtemp(join(tmpdir(), 'relance-mutant-'));
  try {
    await cp(projectRoot, copy, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
    await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
    applyMutant(copy, mutant);
    const args = ['test/chaos/run.mjs', '--seed', String(seed), '--size', 'small', '--case', mutant.caughtBy];
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    // Broken off: its stack first, then the copy, then we.
    let isBrokenOff = false;
    const stop = () => (isBrokenOff = child.kill('SIGTERM'));
    process.once('SIGINT', stop).once('SIGTERM', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    process.off('SIGINT', stop).off('SIGTERM', stop);
    if (isBrokenOff) throw new Error('broken off');
    return { code, output };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
