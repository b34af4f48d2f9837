import { furthestDay } from '../../domain/actions/furthest-day.ts';
import { callAgainTitle } from '../../domain/actions/task-titles.ts';
import { instantAt } from '../../domain/calendar/local-time.ts';
import type { Transaction } from '../../prisma/client.ts';
import { createTask } from '../create-task.ts';
import { recordHistory } from '../history.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { linesOfTask } from '../tasks/lines-of-task.ts';
import { eachOf } from './invoices-concerned.ts';

/** The same limit as for a task that a person creates or changes. */
const TITLE_LENGTH = 200;

interface CallAgain {
  customerId: string;
  invoiceIds: readonly string[];
  /** The local day of the call, `YYYY-MM-DD`: today or later, within three years. */
  on: string;
  /** Null when the task goes to the customer's collector of the day. */
  assigneeId?: string | null;
}

/**
 * Plans one more call, at the send hour of its day, after a call that reached nobody or has to be continued. Call it in
 * the transaction that records the first call, so that a repeated request does not plan a second one.
 */
export async function planCallAgain(tx: Transaction, context: FactContext, again: CallAgain): Promise<void> {
  const { customerId, invoiceIds, on: dueOn, assigneeId = null } = again;
  const { settings, todayOn } = await readBusinessDay(tx, context);
  if (dueOn < todayOn)
    throw invalid('day_is_past', '/call_again_on', `Today is ${todayOn}.`, 'Give today or a later day.');
  if (dueOn > furthestDay(todayOn))
    throw invalid('day_too_far', '/call_again_on', 'This day is more than three years off.', 'Give a nearer day.');
  const { name } = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { name: true } });
  const title = callAgainTitle(name).slice(0, TITLE_LENGTH);
  const dueAt = new Date(instantAt(dueOn, settings.sendHour, settings.timeZone));
  const about = { customerId, invoiceIds, assigneeId };
  await createTask(tx, context, { ...about, kind: 'call', origin: 'task', title, dueAt, dueOn });
  const lines = eachOf(invoiceIds).flatMap((invoiceId) => linesOfTask({ customerId, invoiceId }, { title, dueOn }));
  await recordHistory(tx, context, lines);
}
