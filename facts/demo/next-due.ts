import { LEAVING_ACTION } from './leaving-action.ts';
import type { Database } from '../../prisma/client.ts';

/**
 * Tries this close together are made together: one by one, the tries of an outage would keep the clock busy for too
 * long.
 */
const TOGETHER_MS = 60_000;

/**
 * The next instant after `afterAt`, at or before `untilAt`, at which the plan, a message's next try or the end of a
 * hold wakes a workflow; null when there is none. Steps of cases that a person looks at wake nobody. Tries within a
 * minute of each other, with nothing else in between, are one instant: the last one's.
 */
export async function nextDueAt(db: Database, afterAt: Date, untilAt: Date): Promise<Date | null> {
  const between = { gt: afterAt, lte: untilAt };
  const [step, lapse, hold, message, action] = await Promise.all([
    db.openStep.findFirst({
      where: { dueAt: between, messageId: null, invoice: { closedAs: null, attentionCode: null } },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    }),
    db.openStep.findFirst({
      where: { lapsesAt: between, messageId: null },
      orderBy: { lapsesAt: 'asc' },
      select: { lapsesAt: true },
    }),
    db.hold.findFirst({
      where: { endsAt: between, endedAt: null },
      orderBy: { endsAt: 'asc' },
      select: { endsAt: true },
    }),
    db.message.findFirst({ where: { nextTryAt: between }, orderBy: { nextTryAt: 'asc' }, select: { nextTryAt: true } }),
    db.action.findFirst({
      where: { ...LEAVING_ACTION, dueAt: between },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    }),
  ]);
  const others = [step?.dueAt, lapse?.lapsesAt, hold?.endsAt, action?.dueAt].filter((at) => at instanceof Date);
  const otherAt = others.length === 0 ? null : new Date(Math.min(...others.map((at) => at.getTime())));
  const tryAt = message?.nextTryAt;
  if (!tryAt || (otherAt && otherAt <= tryAt)) return otherAt;
  return lastTryTogether(db, tryAt, otherAt ?? untilAt);
}

async function lastTryTogether(db: Database, firstAt: Date, untilAt: Date): Promise<Date> {
  const lastAt = new Date(Math.min(firstAt.getTime() + TOGETHER_MS, untilAt.getTime()));
  const { _max: last } = await db.message.aggregate({
    where: { nextTryAt: { gte: firstAt, lte: lastAt } },
    _max: { nextTryAt: true },
  });
  return last.nextTryAt ?? firstAt;
}
