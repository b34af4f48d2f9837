import { isGrpcServiceError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../prisma/client.ts';
import type { Dispatcher } from '../temporal/dispatcher.ts';
import { ensureSchedules } from '../temporal/schedules.ts';

/** The code of what Temporal will not have, however often it is asked. */
const INVALID_ARGUMENT = 3;
/** How soon a creditor has its schedules, or a night its new hour, of which Temporal was not told. */
const EVERY_MS = 60_000;

/** Of so many looks one asks after every schedule: operations may have deleted one, or Temporal lost its store. */
const LOOKS_FOR_ALL = 10;

/**
 * Sees that every creditor has its schedules, and its nights where it is. Each call sees to the creditors that are new, or have
 * moved, since the last one that went well: Temporal may have been away when they were, and all else stays as operations set it.
 * Every tenth call makes what is missing of any. One whose zone Temporal does not know keeps no other from having theirs.
 */
export function createScheduleKeeper(db: Database, { client, taskQueue, demoClock }: Dispatcher): () => Promise<void> {
  const zoneOf = new Map<string, string>();
  let looks = 0;
  return async () => {
    if (looks % LOOKS_FOR_ALL === 0) zoneOf.clear();
    looks += 1;
    const settings = await db.settings.findMany({
      select: { timeZone: true, creditor: { select: { id: true, slug: true } } },
    });
    const refused: unknown[] = [];
    for (const { timeZone, creditor } of settings) {
      const { id, slug } = creditor;
      if (zoneOf.get(id) === timeZone) continue;
      try {
        await ensureSchedules(client, taskQueue, { id, slug, timeZone }, { isNightPaused: demoClock });
        zoneOf.set(id, timeZone);
      } catch (error) {
        if (!isRefused(error)) throw error;
        refused.push(error);
      }
    }
    if (refused.length > 0) throw new AggregateError(refused, 'Temporal refuses the schedules of some creditors');
  };
}

/** Temporal says that it is malformed: its client makes a TypeError of that where a schedule is new, and passes it on elsewhere. */
const isRefused = (error: unknown): boolean =>
  error instanceof TypeError || (isGrpcServiceError(error) && Number(error.code) === INVALID_ARGUMENT);

/**
 * Keeps them now and every minute until it is told to stop. A time when Temporal or Postgres is away, or another worker that
 * starts beside this one changes the same schedule, is the next minute's: no worker ends for it.
 */
export async function keepEveryMinute(keep: () => Promise<void>, log: Logger): Promise<() => void> {
  const keepOrWarn = () =>
    keep().catch((err: unknown) => log.warn({ err }, 'schedules could not be seen to: the next minute does it'));
  await keepOrWarn();
  let isKeeping = false;
  const timer = setInterval(() => {
    if (isKeeping) return;
    isKeeping = true;
    void keepOrWarn().finally(() => {
      isKeeping = false;
    });
  }, EVERY_MS);
  return () => clearInterval(timer);
}
