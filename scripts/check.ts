import checks from './checks.json' with { type: 'json' };
import { cleanEnvironment } from './check/clean-environment.ts';
import { type CommandOptions, runCommand } from './check/run-command.ts';
import { runVitest, type Tally } from './check/vitest.ts';

/** What takes longest goes first, so that the lanes end together; pages, which are drawn in real time, come once the checks are over. */
const PROJECTS = ['database', 'stack', 'end-to-end', 'console', 'console-around', 'seeds', 'api', 'unit'];

// `npm test`: each check of checks.json counts as one, each test of vitest as one. A failure hides nothing that comes after.
// `npm test -- FILTER…` runs the test files that match, and no check.
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

/** In three lanes for two processors, since tests of whole stacks wait a good deal; the checks have what these leave over. */
async function runEverything(): Promise<Tally[]> {
  const waiting = [...PROJECTS];
  const lanes = [runProjects(waiting, { show: true }), runProjects(waiting), runProjects(waiting)];
  return (await Promise.all([runChecks(), ...lanes])).flat();
}

/** One after the other, each the next that no lane has taken: vitest would start the stacks of all of them at once and let them idle. */
async function runProjects(waiting: string[], options: CommandOptions = {}): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (let name = waiting.shift(); name; name = waiting.shift())
    tallies.push(await runVitest([`--project=${name}`], env, options));
  return tallies;
}

/** In the time that the tests leave over: nothing of this fails for being late. */
async function runChecks(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, failures: [], late: [] };
  // The linters are programs in Go, of whose time a quarter is the collecting of garbage: there is memory enough.
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
