import { v7 as uuidv7 } from 'uuid';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import { refuseUnderWay } from '../messages/prepare-reminder.ts';
import { stepNumbers } from '../messages/step-numbers.ts';
import type { FactContext } from '../outcome.ts';
import { planBeside } from '../plan/plan-beside.ts';

/** A specific action that takes the place of the steps whose turn has come, of the invoices that it is about. */
interface Replacing {
  customerId: string;
  title: string;
  todayOn: LocalDate;
  invoiceIds: readonly string[];
}

/**
 * Leaves out those steps as a person does who skips them: each counts as the day of its level for what follows, and raises none.
 * A step that is still to come, or that something holds, stays in the ladder; one that is on its way refuses the action. Answers the
 * invoices, whose next step is planned by the caller: until then nobody knows when it comes, and a message would leave time until after it.
 */
export async function replaceSteps(tx: Transaction, context: FactContext, replacing: Replacing): Promise<string[]> {
  const { customerId, title, todayOn, invoiceIds } = replacing;
  await planStale(tx, context, invoiceIds);
  const steps = await tx.openStep.findMany({
    where: { invoiceId: { in: [...invoiceIds] }, ...whoseTurnHasCome(context.at, todayOn) },
    orderBy: { invoiceId: 'asc' },
  });
  for (const { invoiceId } of steps) await refuseUnderWay(tx, invoiceId);
  const numbers = await stepNumbers(tx, steps);
  for (const [index, { invoiceId, cycle, stepKey, level, kind, actionId }] of steps.entries()) {
    const record = { invoiceId, cycle, stepKey, level, kind, repeat: numbers[index]!, outcome: 'skipped' as const };
    await tx.stepRecord.createMany({
      data: [{ ...record, id: uuidv7(), on: toDateColumn(todayOn), at: context.at, reason: title }],
      skipDuplicates: true,
    });
    await tx.openStep.delete({ where: { invoiceId } });
    await leaveAction(tx, actionId, invoiceId, 'specific_action', context.at);
    await tx.invoice.update({
      where: { id: invoiceId },
      data: { confirmReason: null, nextLevel: null, nextTurnOn: null },
    });
  }
  const lines = steps.map(({ invoiceId, level, kind: channel }) => ({
    ...{ customerId, invoiceId, kind: 'skipped' as const },
    data: { level, channel, replacedBy: title },
  }));
  await recordHistory(tx, context, lines);
  return steps.map(({ invoiceId }) => invoiceId);
}

/** A fact is in force at once, whether the workflow of its case has heard of it or not: it may have put a step off, or let one go on. */
async function planStale(tx: Transaction, context: FactContext, invoiceIds: readonly string[]): Promise<void> {
  const stale = await tx.invoice.findMany({
    where: { id: { in: [...invoiceIds] }, version: { gt: tx.invoice.fields.plannedVersion } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await planBeside(
    tx,
    context,
    stale.map(({ id }) => id),
  );
}

/** Today is its day, though its hour may be later, or tomorrow's where it came too late for today's. */
const whoseTurnHasCome = (at: Date, todayOn: LocalDate): Prisma.OpenStepWhereInput => ({
  OR: [{ dueAt: { lte: at } }, { invoice: { nextTurnOn: { lte: toDateColumn(todayOn) } } }],
  invoice: {
    holds: { none: HOLDS_IN_FORCE.where },
    customer: { holds: { none: CUSTOMER_HOLDS_IN_FORCE.where } },
  },
});
