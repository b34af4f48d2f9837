import checks from './checks.json' with { type: 'json' };
import { cleanEnvironment } from './check/clean-environment.ts';
import { runCommand } from './check/run-command.ts';
import { runVitest, type Tally } from './check/vitest.ts';

// `npm test`: each check of checks.json counts as one, each test of vitest as one. A failure hides nothing that comes after.
// `npm test -- FILTER…` runs the test files that match, and no check.
const filters = process.argv.slice(2);
const env = cleanEnvironment(process.env);
const tally: Tally = { passed: 0, failed: 0 };

if (filters.length === 0) await runChecks();
await runTests();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;

async function runChecks(): Promise<void> {
  for (const { name, command, args } of checks) {
    process.stdout.write(`▶ ${name} …\n`);
    const [program = command, ...rest] = command === 'npx' ? args : [command, ...args];
    const { ok, output, seconds } = await runCommand(program, rest, env);
    tally[ok ? 'passed' : 'failed'] += 1;
    console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) console.log(output.trimEnd());
  }
}

async function runTests(): Promise<void> {
  console.log(`▶ tests${filters.length > 0 ? ` (${filters.join(' ')})` : ''} …`);
  const { passed, failed, seconds } = await runVitest(filters, env);
  tally.passed += passed;
  tally.failed += failed;
  console.log(`${failed === 0 ? '✓' : '✗'} tests (${seconds.toFixed(1)} s)`);
}
