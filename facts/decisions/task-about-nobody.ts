import type { Transaction } from '../../prisma/client.ts';
import type { DecisionName } from '../../workflows/messages.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import type { FactContext } from '../outcome.ts';
import { notFound } from '../refused.ts';
import { accepted, type AskedDecision, type Judged, refused } from './decision.ts';
import { refuseSettled } from './open-action.ts';
import { dueAgain, refuseEarlierDay } from './postponed-day.ts';
import { refuseCompletion } from './refuse-completion.ts';

// Such a task has no step, message, case or customer, and so no history: its own row says what became of it. Everything
// here runs under the lock of that row.

/**
 * Judges a decision about a task that is about nobody: it can be skipped or postponed, and there is nothing to send.
 */
export async function judgeTaskAboutNobody(
  tx: Transaction,
  context: FactContext,
  name: DecisionName,
  { actionId, args }: Pick<AskedDecision, 'args'> & { actionId: string },
): Promise<Judged> {
  const task = await tx.action.findUnique({ where: { id: actionId }, select: { state: true } });
  const settled = refuseSettled(task);
  if (settled) return settled;
  const { reason = null, untilOn } = args;
  if (name === 'skipStep') {
    const skipped = { state: 'skipped', comment: reason, settledAt: context.at } as const;
    await tx.action.update({ where: { id: actionId }, data: skipped });
    return accepted([]);
  }
  if (name !== 'postponeStep' || !untilOn) return refused('nothing_to_send', 'This task is not sent: complete it.');
  const { calendar } = await readBusinessDay(tx, context);
  const earlier = refuseEarlierDay(untilOn, context.at, calendar);
  if (earlier) return earlier;
  await tx.action.update({ where: { id: actionId }, data: { ...dueAgain(untilOn, calendar), comment: reason } });
  return accepted([]);
}

/** A person did the task. Refuses one that is settled already. */
export async function completeTaskAboutNobody(
  tx: Transaction,
  context: FactContext,
  actionId: string,
  input: CompleteInput,
): Promise<void> {
  const task = await tx.action.findUnique({
    where: { id: actionId },
    select: { kind: true, state: true, messageId: true },
  });
  if (!task) throw notFound();
  refuseCompletion(task, input);
  const done = { state: 'done', comment: input.comment ?? null, settledAt: context.at } as const;
  await tx.action.update({ where: { id: actionId }, data: done });
}
