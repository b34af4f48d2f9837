import type { Invoice } from './case-data.ts';

const TOP = 3;

/** The next level. Null at the end of the ladder. */
export function nextLevel({ dunning: { next, level, levels, status } }: Pick<Invoice, 'dunning'>): number | null {
  if (next) return next.level;
  if (status === 'exhausted' || level >= TOP) return null;
  return levels.find((one) => one.level > level && one.state !== 'done')?.level ?? null;
}

/**
 * Whether a level above the current one was passed without being reached (skipped, or absent from the ladder), so that
 * setting it by hand would bring it back.
 */
export function hasPassedLevels({
  next,
  level,
  status,
}: Pick<Invoice['dunning'], 'next' | 'level' | 'status'>): boolean {
  if (next) return next.level > level + 1;
  return status === 'exhausted' && level < TOP;
}
