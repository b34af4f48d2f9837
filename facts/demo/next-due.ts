import { LEAVING_ACTION } from './leaving-action.ts';
import type { Database } from '../../prisma/client.ts';

/**
 * The next instant after `afterAt`, and at or before `untilAt`, at which the plan, a message's next try or the end of a hold
 * wakes a workflow; null when there is none. Steps that are held or looked at by a person wake nobody.
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
  const instants = [step?.dueAt, lapse?.lapsesAt, hold?.endsAt, message?.nextTryAt, action?.dueAt].filter(
    (at) => at instanceof Date,
  );
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((at) => at.getTime())));
}
