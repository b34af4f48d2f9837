import { localDate } from '../../domain/calendar/local-time.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import { refuseErased } from '../customers/refuse-erased.ts';
import { recordHistory } from '../history.ts';
import type { TaskInput } from '../inputs/task.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { checkAssignee } from './check-assignee.ts';
import { linesOfTask } from './lines-of-task.ts';
import { readTasks, type TaskAnswer } from './task-answer.ts';

/**
 * Adds a person's task, about a customer, one of its invoices or nobody. Without an assignee it belongs to the
 * customer's collector of the day; one about nobody waits for anyone to take it. A repeated request returns the same
 * task.
 */
export async function addTask(db: Database, context: FactContext, input: TaskInput): Promise<TaskAnswer> {
  return db.$transaction(async (tx) => {
    const customerId = await customerOf(tx, context, input);
    if (customerId !== null) await lockCustomers(tx, [customerId]);
    const earlier = await madeBefore(tx, context);
    if (earlier) return earlier;
    if (customerId !== null) await refuseErased(tx, customerId);
    await checkAssignee(tx, context, input.assignee_id);
    const { settings } = await readBusinessDay(tx, context);
    const dueAt = new Date(input.alert_at);
    const dueOn = localDate(dueAt.toISOString(), settings.timeZone);
    const { title, invoice_id: invoiceId = null } = input;
    const about = { customerId, invoiceIds: invoiceId ? [invoiceId] : [] };
    const assigneeId = input.assignee_id ?? null;
    const id = await createTask(tx, context, {
      ...about,
      kind: 'task',
      origin: 'task',
      title,
      dueAt,
      dueOn,
      assigneeId,
      ...(context.requestKey === undefined ? {} : { requestKey: context.requestKey }),
    });
    await recordHistory(tx, context, linesOfTask({ customerId, invoiceId }, { title, dueOn }));
    const [task] = await readTasks(tx, { where: { id } });
    return task!;
  });
}

/** The task that an earlier try of this same request made, in its current state; its answer was lost. */
async function madeBefore(tx: Transaction, { creditorId, requestKey }: FactContext): Promise<TaskAnswer | undefined> {
  if (requestKey === undefined) return undefined;
  const [earlier] = await readTasks(tx, { where: { creditorId, requestKey } });
  return earlier;
}

async function customerOf(tx: Transaction, context: FactContext, input: TaskInput): Promise<string | null> {
  const { creditorId } = context;
  const { invoice_id: invoiceId, customer_id: customerId } = input;
  if (invoiceId) {
    const invoice = await tx.invoice.findFirst({ where: { id: invoiceId, creditorId } });
    if (!invoice)
      throw invalid('unknown_invoice', '/invoice_id', 'There is no such invoice.', 'Give the id of an invoice.');
    if (customerId && customerId !== invoice.customerId) {
      const detail = 'The invoice is another customer’s.';
      throw invalid('other_customer', '/customer_id', detail, 'Leave customer_id out, or correct it.');
    }
    return invoice.customerId;
  }
  if (!customerId) return null;
  const customer = await tx.customer.findFirst({ where: { id: customerId, creditorId } });
  if (!customer)
    throw invalid('unknown_customer', '/customer_id', 'There is no such customer.', 'Give the id of a customer.');
  return customer.id;
}
