/** The cycle of a case and what stands in it when a person sets its level. */
export interface ReachedLevel {
  cycle: number;
  /** The highest level done or set in this cycle. */
  level: number;
  /** Of every cycle, what was skipped included: a skip raises no level, and the ladder goes on above it all the same. */
  records: readonly { cycle: number; level: number }[];
}

/**
 * The cycle in which the case goes on from the level that is set. A new one where something of this one stands above it, be
 * it done or skipped, so that the ladder may go over the same levels again; and at level 0, where it starts again.
 */
export function cycleFrom(level: number, { cycle, level: reached, records }: ReachedLevel): number {
  const levels = records.filter((record) => record.cycle === cycle).map((record) => record.level);
  return level === 0 || level < Math.max(reached, ...levels) ? cycle + 1 : cycle;
}
