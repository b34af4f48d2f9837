import { instantAt } from '../../domain/calendar/local-time.ts';
import type { FactContext } from '../../facts/outcome.ts';
import { PRODUCT } from '../../prisma/demo-data/creditor.ts';
import type { Moment } from '../../prisma/demo-data/demo-types.ts';

/** The people and things that the portfolio names, with the ids that they were stored under. */
export interface SeedNames {
  creditorId: string;
  now: Date;
  timeZone: string;
  users: Map<string, string>;
  thirdParties: Map<string, string>;
  byHandScenarioId: string;
}

/** The context of a fact at a local moment, never later than now; at the current instant when no moment is given. */
export function contextAt(
  { creditorId, now, timeZone, users }: SeedNames,
  moment: Moment | null,
  by: string,
): FactContext {
  const at = moment === null ? now : instantOf(moment, timeZone);
  const userId = users.get(by);
  const actor = userId
    ? ({ kind: 'user', name: by, id: userId } as const)
    : ({ kind: by === PRODUCT ? 'system' : 'key', name: by } as const);
  return { creditorId, at: at < now ? at : now, actor };
}

export function instantOf({ on, minute }: Moment, timeZone: string): Date {
  const hour = Math.floor(minute / 60);
  return new Date(Date.parse(instantAt(on, hour, timeZone)) + (minute % 60) * 60_000);
}
