import { expect, it } from 'vitest';
import { gathered } from '../cases/gathered.ts';
import { postgresAway } from '../cases/postgres-away.ts';
import { workerKilled } from '../cases/worker-killed.ts';
import { exitCodeOf, type Outcome, runCases } from '../run-cases.ts';

const CHANCE = { seed: 42, size: 'full' } as const;

it('a case that the suite cannot run to its end prints its seed and the command that repeats it; the others are run', async () => {
  const printed: string[] = [];
  const results: Record<string, Outcome> = { gathered: 'kept', 'worker-killed': 'broken' };
  const outcomes = await runCases(
    [postgresAway, gathered, workerKilled],
    CHANCE,
    async ({ name }) => results[name] ?? Promise.reject(new Error('Postgres did not start')),
    (line) => printed.push(line),
  );
  expect(outcomes).toEqual(['failed', 'kept', 'broken']);
  expect(printed[0]).toMatch(/^▶ postgres-away \(seed 42\): /);
  expect(printed[1]).toMatch(/^✗ the suite itself failed: Error: Postgres did not start/);
  expect(printed[2]).toBe('  Repeat: npm run chaos -- --seed 42 --case postgres-away');
  expect(printed[3]).toMatch(/^▶ gathered \(seed 42\): /);
});

it.each<[number, Outcome[]]>([
  [0, ['kept', 'kept']],
  [1, ['kept', 'failed']],
  [2, ['failed', 'broken', 'kept']],
])('it ends with %i after %j', (code, outcomes) => {
  expect(exitCodeOf(outcomes)).toBe(code);
});
