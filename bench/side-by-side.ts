import { cpus, loadavg } from 'node:os';

/** The measured numbers: one for each round, of ours and of the bare counterpart. */
export interface Pair {
  ours: number[];
  bare: number[];
}

export interface Goal {
  what: string;
  unit: string;
  /** The wanted ratio of ours to bare. */
  atMost?: number;
  atLeast?: number;
}

type Measure = (round: number) => Promise<number> | number;

/** Measures ours, bare, ours, bare …, so that other work on the machine affects both alike. */
export async function interleave(rounds: number, ours: Measure, bare: Measure): Promise<Pair> {
  const [of, against] = await inTurns(rounds, ours, bare);
  return { ours: of!, bare: against! };
}

/** Measures any number of things in turns; returns, for each, one number a round. */
export async function inTurns(rounds: number, ...measures: Measure[]): Promise<number[][]> {
  const taken: number[][] = measures.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measures.entries()) taken[index]!.push(await measure(round));
  }
  return taken;
}

/** The middle number; the mean of the two middle ones when their count is even; NaN for an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await work();
  return performance.now() - fromMs;
}

/**
 * Prints both medians, their ratio and whether the goal was met. A missed goal never fails the run: the figures are for
 * reading.
 */
export function report(goal: Goal, pair: Pair): void {
  const [ours, bare] = [median(pair.ours), median(pair.bare)];
  const ratio = ours / bare;
  const aim = goal.atMost === undefined ? goal.atLeast : goal.atMost;
  const isMet = goal.atMost === undefined ? ratio >= (goal.atLeast ?? 0) : ratio <= goal.atMost;
  const aimed =
    aim === undefined ? '' : ` (goal ${goal.atMost === undefined ? '≥' : '≤'} ${aim} ×: ${isMet ? 'met' : 'missed'})`;
  console.log(`${goal.what}: ${ratio.toFixed(2)} ×${aimed}`);
  console.log(`  ours ${show(ours)} ${goal.unit}, bare ${show(bare)} ${goal.unit}; ${pair.ours.length} rounds`);
}

/** Prints the machine's load, for people who read the figures later. */
export function reportMachine(): void {
  const load = loadavg().map((average) => average.toFixed(1));
  console.log(`  ${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} cores, load ${load.join(' ')}`);
}

/** `-- --size 0.1` makes a measurement ten times smaller, to try it out. */
export function sized(normal: number, least = 1): number {
  const at = process.argv.indexOf('--size');
  const factor = at === -1 ? 1 : Number(process.argv[at + 1]);
  if (!(factor > 0)) throw new Error('--size takes a number above 0');
  return Math.max(least, Math.round(normal * factor));
}

const show = (number: number) => number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0);
