import { v7 as uuidv7 } from 'uuid';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import { refuseUnderWay } from '../messages/by-hand/prepare-reminder.ts';
import { stepNumbers } from '../messages/reserving/step-numbers.ts';
import type { FactContext } from '../outcome.ts';
import { planBeside } from '../plan/plan-beside.ts';

/** A specific action that replaces the due steps of its invoices. */
interface Replacing {
  customerId: string;
  title: string;
  todayOn: LocalDate;
  invoiceIds: readonly string[];
}

/**
 * Skips the due steps as a person would: each counts as the day of its level, and raises none. A step that is still to
 * come or is held stays; one that is on its way refuses the action. Returns the ids of the invoices. The caller must
 * plan their next step, since a message gives a delay that ends before it.
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

/** A fact is in force at once, told or not: it may have postponed a step, or let one go on. */
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

/**
 * Selects steps whose day has come, even if the hour is later today, or the next day because the plan came too late for
 * today.
 */
const whoseTurnHasCome = (at: Date, todayOn: LocalDate): Prisma.OpenStepWhereInput => ({
  OR: [{ dueAt: { lte: at } }, { invoice: { nextTurnOn: { lte: toDateColumn(todayOn) } } }],
  invoice: {
    holds: { none: HOLDS_IN_FORCE.where },
    customer: { holds: { none: CUSTOMER_HOLDS_IN_FORCE.where } },
  },
});
