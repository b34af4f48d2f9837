import type { Database } from '../../prisma/client.ts';

/** The product's clock: the business time that the API uses. */
export interface Clock {
  now: () => Promise<Date>;
  /** Forgets the cached offset: the demonstration clock has just moved. */
  refresh: () => void;
}

const CACHE_MS = 1_000;

/**
 * Returns the machine's time; with the demonstration clock, plus the offset stored in Postgres ("Trying the clock" in
 * docs/api.md).
 */
export function createClock(db: Database, demoClock: boolean): Clock {
  let known = { offsetMs: 0, readAt: -Infinity };
  const readOffset = async (): Promise<number> => {
    if (performance.now() - known.readAt <= CACHE_MS) return known.offsetMs;
    const row = await db.demoClock.findUnique({ where: { id: 1 } });
    known = { offsetMs: row?.offsetMs ?? 0, readAt: performance.now() };
    return known.offsetMs;
  };
  return {
    now: async () => new Date(Date.now() + (demoClock ? await readOffset() : 0)),
    refresh: () => {
      known = { ...known, readAt: -Infinity };
    },
  };
}
