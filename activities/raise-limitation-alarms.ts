import { localDate } from '../domain/calendar/local-time.ts';
import { type Place, raiseAlarms } from '../facts/limitation/raise-alarms.ts';
import type { Database } from '../prisma/client.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How long one call works before it returns: well within the minute that it may take. */
const SLICE_MS = 20_000;

/**
 * Raises the alarms before claims are time-barred (docs/how-it-decides.md, "When a claim is time-barred"). Periods end
 * with a day, so each worker looks once per local day of the creditor, however often it is called, and goes on where
 * its last call stopped; Postgres knows which alarms were raised already. As the last step of a reconciliation it also
 * notes the reconciliation's end, so that one which fails here does not count as finished.
 */
export const createRaiseLimitationAlarms = (deps: ActivityDeps, sliceMs = SLICE_MS) => {
  const looks = new Map<string, { on: string; place: Place; isDone: boolean }>();
  return async ({ creditorId, at }: { creditorId: string; at: string }): Promise<void> => {
    const { timeZone } = await deps.db.settings.findUniqueOrThrow({
      where: { creditorId },
      select: { timeZone: true },
    });
    const todayOn = localDate(at, timeZone);
    const before = looks.get(creditorId);
    const look = before?.on === todayOn ? before : { on: todayOn, place: { after: null }, isDone: false };
    looks.set(creditorId, look);
    look.isDone ||= await raiseAlarms(deps.db, { creditorId, at: new Date(at) }, look.place, sliceMs);
    await noteReconciled(deps.db, creditorId);
  };
};

/** Raw SQL, because this is not a change of the settings and must not move their `updatedAt`. */
async function noteReconciled(db: Database, creditorId: string): Promise<void> {
  await db.$executeRaw`UPDATE settings SET "reconciledAt" = now() WHERE "creditorId" = ${creditorId}::uuid`;
}
