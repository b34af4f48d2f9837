import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ALL_CASES } from '../all-cases.ts';
import { mutated } from './apply-mutant.ts';
import { MUTANTS } from './mutants.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

// Checks only that each mutant still applies. test/database/mutants-noticed.test.ts checks that a daily test notices it, `npm run chaos
// -- --mutants` that the chaos does.
it.each(MUTANTS)('the guard that mutant $name takes out still stands where it is looked for', (mutant) => {
  expect(mutated(root, mutant).size).toBeGreaterThan(0);
  expect(ALL_CASES.map(({ name }) => name)).toContain(mutant.caughtBy);
});

it('a mutant whose text is gone says so', () => {
  const gone = { ...MUTANTS[0]!, changes: [{ file: 'package.json', from: 'no such text', to: '' }] };
  expect(() => mutated(root, gone)).toThrow(/0 times, not once/);
});
