import type { Result } from './run-case.ts';
import type { Size } from './world.ts';

/** The seed of the run's random numbers. */
export interface Chance {
  seed: number;
  size: Size;
}

/** The four promises and what else a case compares, each with its breaches. */
function breaches({ verdict }: Result): [string, string[]][] {
  return [
    ['sent twice', verdict.sentTwice],
    ['lost', verdict.lost],
    ['out of order', verdict.outOfOrder],
    ['sent after an acknowledged stop', verdict.sentAfterStop],
    ['other', verdict.other],
  ];
}

export const isGreen = (result: Result): boolean => breaches(result).every(([, sentences]) => sentences.length === 0);

/** The command that repeats the same random choices. */
export const commandOf = (name: string, { seed, size }: Chance): string =>
  `npm run chaos -- --seed ${seed}${size === 'full' ? '' : ` --size ${size}`} --case ${name}`;

/** The result of a case in a few lines; for a broken promise also the command that repeats the same random choices. */
export function describe(name: string, chance: Chance, result: Result): string {
  const { verdict, counts, seconds } = result;
  const sums = breaches(result).map(([what, sentences]) => `${what} ${sentences.length}`);
  const done = [...counts].map(([what, count]) => `${what} ${count}`);
  const lines = [
    `${isGreen(result) ? '✓' : '✗'} ${name} (seed ${chance.seed}, ${seconds.toFixed(0)} s): ${sums.join(', ')}`,
    `  mails accepted ${verdict.accepted}${done.map((each) => `, ${each}`).join('')}`,
  ];
  for (const [what, sentences] of breaches(result)) for (const each of sentences) lines.push(`  ✗ ${what}: ${each}`);
  if (!isGreen(result)) lines.push(`  Repeat: ${commandOf(name, chance)}`);
  return lines.join('\n');
}
