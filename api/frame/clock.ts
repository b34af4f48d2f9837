import type { Database } from '../../prisma/client.ts';

/** The product's clock: business time as the API sees it. */
export interface Clock {
  now: () => Promise<Date>;
  /** Forgets what it knows of the offset: the demonstration clock has just moved. */
  refresh: () => void;
}

const CACHE_MS = 1_000;

/** The machine's now; with the demonstration clock, plus the offset that Postgres keeps (DESIGN §7). */
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
