import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

export interface Tally {
  passed: number;
  failed: number;
}

/**
 * Two runs at once: tests of whole stacks mostly wait for processes, the others for the processor. On two cores neither starves
 * the other, and the whole takes little more than the longer one.
 */
const LANES = [
  ['unit', 'database', 'api', 'end-to-end'],
  ['stack', 'seeds', 'console'],
];

/** Runs the tests, those whose files match `filters` when there are any, and counts them. */
export async function runVitest(filters: string[], env: NodeJS.ProcessEnv): Promise<Tally & { seconds: number }> {
  if (filters.length > 0) return runLane(filters, env, true);
  const lanes = await Promise.all(
    LANES.map((projects, index) =>
      runLane(
        projects.map((project) => `--project=${project}`),
        env,
        index === 0,
      ),
    ),
  );
  const sum = (field: keyof Tally) => lanes.reduce((total, lane) => total + lane[field], 0);
  return { passed: sum('passed'), failed: sum('failed'), seconds: Math.max(...lanes.map(({ seconds }) => seconds)) };
}

/** `show`: writes as it goes; otherwise all at its end, so that what two runs say does not mix. */
async function runLane(args: string[], env: NodeJS.ProcessEnv, show: boolean): Promise<Tally & { seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'relance-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { ok, output, seconds } = await runCommand('vitest', ['run', ...reporters, ...args], env, show);
    if (!show) process.stdout.write(output);
    return { ...tallyOf(readReport(report), ok), seconds };
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
