import { furthestDay } from '../../domain/actions/furthest-day.ts';
import { instantAt } from '../../domain/calendar/local-time.ts';
import type { Transaction } from '../../prisma/client.ts';
import { createTask } from '../create-task.ts';
import { recordHistory } from '../history.ts';
import { readBusinessDay } from '../business-calendar.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { linesOfTask } from '../tasks/lines-of-task.ts';
import { eachOf } from './invoices-concerned.ts';

/** Of a task, as it may be posted and changed. */
const TITLE_LENGTH = 200;

interface CallAgain {
  customerId: string;
  invoiceIds: readonly string[];
  /** The local day on which it is to be called, `YYYY-MM-DD`: today or later, within three years. */
  on: string;
  /** Null: the customer's collector, whoever that is by then. */
  assigneeId?: string | null;
}

/**
 * What comes of a call that reached nobody, or that is to be gone on with: one more call to do, at the hour of sending of its
 * day. To be called in the transaction that records the call, so that a repeated request plans no second one.
 */
export async function planCallAgain(tx: Transaction, context: FactContext, again: CallAgain): Promise<void> {
  const { customerId, invoiceIds, on: dueOn, assigneeId = null } = again;
  const { settings, todayOn } = await readBusinessDay(tx, context);
  if (dueOn < todayOn)
    throw invalid('day_is_past', '/call_again_on', `Today is ${todayOn}.`, 'Give today or a later day.');
  if (dueOn > furthestDay(todayOn))
    throw invalid('day_too_far', '/call_again_on', 'This day is more than three years off.', 'Give a nearer day.');
  const { name } = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { name: true } });
  const title = `Rappeler ${name}`.slice(0, TITLE_LENGTH);
  const dueAt = new Date(instantAt(dueOn, settings.sendHour, settings.timeZone));
  const about = { customerId, invoiceIds, assigneeId };
  await createTask(tx, context, { ...about, kind: 'call', origin: 'task', title, dueAt, dueOn });
  const lines = eachOf(invoiceIds).flatMap((invoiceId) => linesOfTask({ customerId, invoiceId }, { title, dueOn }));
  await recordHistory(tx, context, lines);
}
