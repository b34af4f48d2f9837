import checks from './checks.json' with { type: 'json' };
import { cleanEnvironment } from './check/clean-environment.ts';
import { type CommandOptions, runCommand } from './check/run-command.ts';
import { runVitest, type Tally } from './check/vitest.ts';

/**
 * The longest projects first, so that the lanes end at about the same time. The console's pages, which are drawn in real
 * time, come after the checks have ended.
 */
const PROJECTS = ['database', 'stack', 'end-to-end', 'console', 'console-around', 'seeds', 'api', 'unit'];

// `npm test`: each check of checks.json counts as one, and each test of vitest as one. A failure does not stop what comes
// after. `npm test -- FILTER…` runs only the test files that match, and no checks.
const filters = process.argv.slice(2);
const env = cleanEnvironment(process.env);
const startedAt = Date.now();

const tallies = filters.length > 0 ? [await runVitest(filters, env, { show: true })] : await runEverything();
const sum = (field: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[field], 0);
const [passed, failed] = [sum('passed'), sum('failed')];
for (const test of tallies.flatMap(({ late }) => late)) console.log(`~ passed only when run again: ${test}`);
for (const failure of tallies.flatMap(({ failures }) => failures)) console.log(`✗ ${failure}`);
console.log(`${failed === 0 ? '✓' : '✗'} all of it (${((Date.now() - startedAt) / 1_000).toFixed(0)} s)`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Three lanes for two processors, since tests of whole stacks often wait; the checks use the time that is left. */
async function runEverything(): Promise<Tally[]> {
  const waiting = [...PROJECTS];
  const lanes = [runProjects(waiting, { show: true }), runProjects(waiting), runProjects(waiting)];
  return (await Promise.all([runChecks(), ...lanes])).flat();
}

/**
 * Runs the projects one after the other, each time the next one that no lane has taken: vitest itself would start the
 * stacks of all projects at once and leave them idle.
 */
async function runProjects(waiting: string[], options: CommandOptions = {}): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (let name = waiting.shift(); name; name = waiting.shift())
    tallies.push(await runVitest([`--project=${name}`], env, options));
  return tallies;
}

/** Runs the checks with a lower priority than the tests: a check does not fail when it is slow. */
async function runChecks(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, failures: [], late: [] };
  // The linters are Go programs that spend a quarter of their time collecting garbage; this lets them use more memory
  // instead.
  const envOfChecks = { ...env, GOGC: '400' };
  for (const { name, command, args } of checks) {
    const [program = command, ...rest] = command === 'npx' ? args : [command, ...args];
    const { ok, output, seconds } = await runCommand(program, rest, envOfChecks, { isPatient: true });
    tally[ok ? 'passed' : 'failed'] += 1;
    console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
    if (ok) continue;
    console.log(output.trimEnd());
    tally.failures.push(`${name}: what it says stands above`);
  }
  return tally;
}
