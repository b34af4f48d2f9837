import { localDate } from '../domain/calendar/local-time.ts';
import { raiseAlarms } from '../facts/limitation/raise-alarms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Asks for what is to be done before claims are time-barred. Periods end with a day, so a worker looks once on each day where the
 * creditor is, however often it is asked; whether somebody was asked already is in Postgres.
 */
export const createRaiseLimitationAlarms = (deps: ActivityDeps) => {
  const lookedOn = new Map<string, string>();
  return async ({ creditorId, at }: { creditorId: string; at: string }): Promise<void> => {
    const { timeZone } = await deps.db.settings.findUniqueOrThrow({
      where: { creditorId },
      select: { timeZone: true },
    });
    const todayOn = localDate(at, timeZone);
    if (lookedOn.get(creditorId) === todayOn) return;
    if (await raiseAlarms(deps.db, { creditorId, at: new Date(at) })) lookedOn.set(creditorId, todayOn);
  };
};
