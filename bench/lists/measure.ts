/** The number that the share `share` of the numbers does not exceed: 0.95 gives the 95th percentile. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Milliseconds of each of `times` calls, made one at a time; a first call to warm up is not counted. */
export async function sample(times: number, call: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round <= times; round += 1) {
    const fromMs = performance.now();
    await call();
    if (round > 0) taken.push(performance.now() - fromMs);
  }
  return taken;
}
