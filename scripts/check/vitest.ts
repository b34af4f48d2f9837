import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandOptions, runCommand } from './run-command.ts';

export interface Tally {
  passed: number;
  failed: number;
}

/**
 * Runs the tests that vitest finds with `args` (files, projects), and counts them. `show`: writes as it goes; otherwise all at
 * its end, so that what two runs say does not mix.
 */
export async function runVitest(args: string[], env: NodeJS.ProcessEnv, options: CommandOptions): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'relance-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { ok, output, seconds } = await runCommand('vitest', ['run', ...reporters, ...args], env, options);
    if (!options.show) process.stdout.write(output);
    const tally = tallyOf(readReport(report), ok);
    console.log(`${tally.failed === 0 ? '✓' : '✗'} tests: ${args.join(' ')} (${seconds.toFixed(1)} s)`);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The count of a run from vitest's JSON report. A run that ends badly although no test failed (a file that cannot be
 * loaded, an error outside any test, no test at all) counts as one failure: it must never look green.
 */
function tallyOf(report: { numPassedTests: number; numFailedTests: number } | null, ok: boolean): Tally {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const isSilentFailure = failed === 0 && (!ok || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

function readReport(file: string): { numPassedTests: number; numFailedTests: number } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  } catch {
    return null;
  }
}
