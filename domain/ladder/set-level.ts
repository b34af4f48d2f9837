/** A case at the time when a person sets its level. */
export interface ReachedLevel {
  cycle: number;
  /** The highest level done or set in this cycle. */
  level: number;
  /** Records of every cycle, skipped steps included: a skip raises no level, but the ladder still goes on above it. */
  records: readonly { cycle: number; level: number }[];
}

/**
 * The cycle in which the case goes on from the level that was set. A new cycle when this one has records above that
 * level (done or skipped), so that the ladder may go over the same levels again; also at level 0, where the ladder
 * starts again.
 */
export function cycleFrom(level: number, { cycle, level: reached, records }: ReachedLevel): number {
  const levels = records.filter((record) => record.cycle === cycle).map((record) => record.level);
  return level === 0 || level < Math.max(reached, ...levels) ? cycle + 1 : cycle;
}
