/** The `share` of the numbers that is at or under the answer: 0.95 is the 95th percentile. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Milliseconds that each of `times` calls takes, one at a time; the first is not counted: it warms. */
export async function sample(times: number, call: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round <= times; round += 1) {
    const fromMs = performance.now();
    await call();
    if (round > 0) taken.push(performance.now() - fromMs);
  }
  return taken;
}
