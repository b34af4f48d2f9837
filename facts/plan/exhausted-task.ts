import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { EXHAUSTED_TITLE } from '../../domain/actions/task-titles.ts';
import { addDays, latestOf } from '../../domain/calendar/local-date.ts';
import { instantAt, localDate } from '../../domain/calendar/local-time.ts';
import { rollForward } from '../../domain/calendar/working-days.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { businessCalendar, settingsOf } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import { leaveAction } from '../leave-action.ts';
import type { FactContext } from '../outcome.ts';
import type { CaseForPlan } from './load-case.ts';

/**
 * The end of the ladder does not end the case: it counts as exhausted, and a task falls due when the formal notice's
 * deadline to pay is over. None is created in litigation, where the next step is decided already, or when there is such
 * a task.
 */
export async function createExhaustedTask(tx: Transaction, context: FactContext, row: CaseForPlan): Promise<void> {
  if (row.holds.some(({ kind }) => kind === 'litigation')) return;
  if ((await tx.action.count({ where: openExhaustedTasks([row.id]) })) > 0) return;
  const settings = settingsOf(row.customer.creditor);
  const calendar = businessCalendar(settings);
  const todayOn = localDate(context.at.toISOString(), calendar.timeZone);
  const days = row.stepRecords
    .filter((record) => record.cycle === row.cycle)
    .map((record) => fromDateColumn(record.on));
  const noticeOn = days.length === 0 ? todayOn : latestOf(days[0]!, ...days);
  const deadlineOn = rollForward(
    latestOf(addDays(noticeOn, settings.noticeDeadlineDays + 1), todayOn),
    calendar.holidayZone,
  );
  await createTask(tx, context, {
    customerId: row.customerId,
    invoiceIds: [row.id],
    kind: 'task',
    origin: 'exhausted',
    title: EXHAUSTED_TITLE,
    dueOn: deadlineOn,
    dueAt: new Date(instantAt(deadlineOn, calendar.sendHour, calendar.timeZone)),
  });
}

/** Withdraws the task: the ladder goes on, or it was decided what follows. */
export async function withdrawExhaustedTask(
  tx: Transaction,
  invoiceId: string,
  why: 'ladder_goes_on' | 'litigation',
  at: Date,
): Promise<void> {
  const tasks = await tx.action.findMany({ where: openExhaustedTasks([invoiceId]), select: { id: true } });
  for (const { id } of tasks) await leaveAction(tx, id, invoiceId, why, at);
}

/** The open tasks that ask what comes after the ladder of these invoices. */
export const openExhaustedTasks = (invoiceIds: readonly string[]): Prisma.ActionWhereInput => ({
  state: 'open',
  ...ofOrigin('exhausted'),
  invoices: { some: { invoiceId: { in: [...invoiceIds] } } },
});
