import type { Invoice } from './case-data.ts';

const TOP = 3;

/** The level that comes next; null when the ladder is at its end. */
export function nextLevel({ dunning: { next, level, levels, status } }: Pick<Invoice, 'dunning'>): number | null {
  if (next) return next.level;
  if (status === 'exhausted' || level >= TOP) return null;
  return levels.find((one) => one.level > level && one.state !== 'done')?.level ?? null;
}

/**
 * Whether a level above the one reached has gone by, so that setting that one brings it back: it was skipped, or the ladder
 * has none for it.
 */
export function hasPassedLevels({
  next,
  level,
  status,
}: Pick<Invoice['dunning'], 'next' | 'level' | 'status'>): boolean {
  if (next) return next.level > level + 1;
  return status === 'exhausted' && level < TOP;
}
