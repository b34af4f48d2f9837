import type { Result } from './run-case.ts';
import type { Size } from './world.ts';

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

/** What a case came to, in a few lines: of a broken promise also the command that makes the same choices again. */
export function describe(name: string, { seed, size }: { seed: number; size: Size }, result: Result): string {
  const { verdict, counts, seconds } = result;
  const sums = breaches(result).map(([what, sentences]) => `${what} ${sentences.length}`);
  const done = [...counts].map(([what, count]) => `${what} ${count}`);
  const lines = [
    `${isGreen(result) ? '✓' : '✗'} ${name} (seed ${seed}, ${seconds.toFixed(0)} s): ${sums.join(', ')}`,
    `  mails accepted ${verdict.accepted}${done.map((each) => `, ${each}`).join('')}`,
  ];
  for (const [what, sentences] of breaches(result)) for (const each of sentences) lines.push(`  ✗ ${what}: ${each}`);
  const command = `npm run chaos -- --seed ${seed}${size === 'full' ? '' : ` --size ${size}`} --case ${name}`;
  if (!isGreen(result)) lines.push(`  Repeat: ${command}`);
  return lines.join('\n');
}
