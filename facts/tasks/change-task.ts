import { localDate } from '../../domain/calendar/local-time.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockAction } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { TaskChange } from '../inputs/task.ts';
import type { FactContext } from '../outcome.ts';
import { conflict, notFound } from '../refused.ts';
import { checkAssignee } from './check-assignee.ts';
import { linesOfTask } from './lines-of-task.ts';
import { OF_PERSONS, readTasks, type TaskAnswer } from './task-answer.ts';

/** Changes an open task. `check` receives the stored task, under the lock, and may throw. */
export async function changeTask(
  db: Database,
  context: FactContext,
  id: string,
  change: TaskChange,
  check: (task: TaskAnswer) => void,
): Promise<TaskAnswer> {
  return db.$transaction(async (tx) => {
    const task = await takeTask(tx, context, id);
    check(task);
    if (task.state !== 'open') throw conflict('task_over', `This task is ${task.state}.`);
    await checkAssignee(tx, context, change.assignee_id);
    const { settings } = await readBusinessDay(tx, context);
    const due = new Date(change.alert_at ?? task.alert_at);
    const dueOn = localDate(due.toISOString(), settings.timeZone);
    await tx.action.update({
      where: { id },
      data: {
        ...(change.title === undefined ? {} : { title: change.title }),
        ...(change.assignee_id === undefined ? {} : { assigneeId: change.assignee_id }),
        ...(change.alert_at === undefined ? {} : { dueAt: due, dueOn: toDateColumn(dueOn) }),
      },
    });
    const [after] = await readTasks(tx, { where: { id } });
    const { title, alert_at: alertAt } = after!;
    if (title !== task.title || alertAt !== task.alert_at)
      await recordHistory(tx, context, linesOfTask(idsOf(task), { title, dueOn, outcome: 'changed' }));
    return after!;
  });
}

/** Deletes a task, done or not. */
export async function deleteTask(db: Database, context: FactContext, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const task = await takeTask(tx, context, id);
    await tx.action.delete({ where: { id } });
    await recordHistory(tx, context, linesOfTask(idsOf(task), { title: task.title, outcome: 'deleted' }));
  });
}

const idsOf = ({ customer_id: customerId, invoice_id: invoiceId }: TaskAnswer) => ({ customerId, invoiceId });

async function takeTask(tx: Transaction, context: FactContext, id: string): Promise<TaskAnswer> {
  const found = await tx.action.findFirst({ where: { id, creditorId: context.creditorId, ...OF_PERSONS } });
  if (!found) throw notFound();
  await lockAction(tx, found);
  const [task] = await readTasks(tx, { where: { id } });
  if (!task) throw notFound();
  return task;
}
