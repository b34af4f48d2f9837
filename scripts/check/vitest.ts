import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type CommandOptions, runCommand } from './run-command.ts';

const LINES_OF_A_FAILURE = 8;
const COLUMNS_OF_A_FAILURE = 300;

export interface Tally {
  passed: number;
  failed: number;
  /** What failed and why, in a few lines each, repeated at the very end so that it is not lost among thousands of lines. */
  failures: string[];
  /** Tests that passed only on a second run, and why they failed at first. Only tests of pages are run a second time. */
  late: string[];
}

interface AssertionResult {
  status: string;
  fullName: string;
  failureMessages: string[];
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; message: string; assertionResults: AssertionResult[] }[];
}

/**
 * Runs the tests that vitest finds with `args` (files, projects), and counts them. With `show` it writes while it runs;
 * otherwise everything at its end, so that the output of two runs does not mix.
 */
export async function runVitest(args: string[], env: NodeJS.ProcessEnv, options: CommandOptions): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'relance-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { ok, output, seconds } = await runCommand('vitest', ['run', ...reporters, ...args], env, options);
    if (!options.show) process.stdout.write(output);
    const tally = tallyOf(readReport(report), ok, args.join(' '));
    console.log(`${tally.failed === 0 ? '✓' : '✗'} tests: ${args.join(' ')} (${seconds.toFixed(1)} s)`);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts a run from vitest's JSON report. A run that fails although no test failed (a file that cannot be loaded, an error
 * outside any test, no test at all) counts as one failure, so that it never looks successful.
 */
function tallyOf(report: Report | null, ok: boolean, run: string): Tally {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const failures = failuresOf(report);
  const late = lateOnes(report);
  if (failed > 0 || (ok && passed > 0)) return { passed, failed, failures, late };
  return {
    passed,
    failed: 1,
    failures: failures.length > 0 ? failures : [`${run}: ended badly outside any test`],
    late,
  };
}

/** The failed tests of a report, and the files that could not be run at all. */
function failuresOf(report: Report | null): string[] {
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [`${relative(process.cwd(), name)}\n${firstLines(message)}`] : [];
    return failed.map((test) => said(name, test));
  });
}

/** The tests that passed on a second run: their failure messages are those of the first. */
function lateOnes(report: Report | null): string[] {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map((test) => said(name, test)),
  );
}

const said = (name: string, { fullName, failureMessages }: AssertionResult): string =>
  `${relative(process.cwd(), name)} > ${fullName}\n${firstLines(failureMessages.join('\n'))}`;

function firstLines(text: string): string {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines
    .filter((line) => !line.includes('node_modules'))
    .slice(0, LINES_OF_A_FAILURE)
    .map((line) => `    ${line.slice(0, COLUMNS_OF_A_FAILURE)}`)
    .join('\n');
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
