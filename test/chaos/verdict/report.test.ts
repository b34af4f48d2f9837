import { expect, it } from 'vitest';
import { describe as describeResult } from '../report.ts';

const BROKEN = {
  verdict: { sentTwice: ['R1 twice'], lost: [], outOfOrder: [], sentAfterStop: [], other: [], accepted: 2 },
  counts: new Map<string, number>(),
  seconds: 3,
};

// With another size the same seed gives other numbers.
it.each([
  ['full', 'npm run chaos -- --seed 42 --case gathered'],
  ['small', 'npm run chaos -- --seed 42 --size small --case gathered'],
] as const)('a %s run that broke a promise prints the command that repeats it', (size, command) => {
  expect(describeResult('gathered', { seed: 42, size }, BROKEN).split('\n').at(-1)).toBe(`  Repeat: ${command}`);
});
