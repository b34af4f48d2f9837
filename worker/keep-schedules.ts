import { isGrpcServiceError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../prisma/client.ts';
import type { Dispatcher } from '../temporal/dispatcher.ts';
import { ensureSchedules } from '../temporal/schedules.ts';

/** The gRPC code of a request that Temporal will always refuse. */
const INVALID_ARGUMENT = 3;
/** How soon a creditor gets its schedules, or a night its new hour, when Temporal was not told at once. */
const EVERY_MS = 60_000;

/** One call in this many checks every schedule: operations may have deleted one, or Temporal lost its store. */
const LOOKS_FOR_ALL = 10;

/**
 * Makes sure that every creditor has its schedules, with nights in its own time zone. Each call handles the creditors
 * that are new, or have moved, since they were last handled successfully; everything else stays as operations set it.
 * Every tenth call restores missing schedules of all creditors. A creditor whose zone Temporal does not know does not
 * affect the others.
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

/**
 * Whether Temporal refuses the schedule as malformed: its client turns that into a TypeError for a new schedule, and
 * passes the gRPC error on otherwise.
 */
const isRefused = (error: unknown): boolean =>
  error instanceof TypeError || (isGrpcServiceError(error) && Number(error.code) === INVALID_ARGUMENT);

/**
 * Keeps the schedules now and every minute until the returned function is called. When Temporal or Postgres is away, or
 * another starting worker changes the same schedule, the next minute tries again; the worker goes on.
 */
export async function keepEveryMinute(keep: () => Promise<void>, log: Logger): Promise<() => void> {
  const keepOrWarn = () =>
    keep().catch((err: unknown) => log.warn({ err }, 'schedules could not be checked: the next minute tries again'));
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
