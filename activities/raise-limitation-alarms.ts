import { localDate } from '../domain/calendar/local-time.ts';
import { type Place, raiseAlarms } from '../facts/limitation/raise-alarms.ts';
import type { Database } from '../prisma/client.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** How long one call looks before it hands back: well within the minute that it may take. */
const SLICE_MS = 20_000;

/**
 * Asks for what is to be done before claims are time-barred. Periods end with a day, so a worker looks once on each day where the
 * creditor is, however often it is asked, and goes on where its last call stopped; whether somebody was asked already is in
 * Postgres. The last step of a reconciliation, whose end it notes: where this cannot be done, none has come to its end.
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

/** By hand: no change of the settings, which would say so in their `updatedAt`. */
async function noteReconciled(db: Database, creditorId: string): Promise<void> {
  await db.$executeRaw`UPDATE settings SET "reconciledAt" = now() WHERE "creditorId" = ${creditorId}::uuid`;
}
