import { v7 as uuidv7 } from 'uuid';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { PlanInput } from '../../domain/ladder/plan.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { lockAllCustomers } from '../../prisma/lock.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import type { FactContext } from '../outcome.ts';
import { withdrawExhaustedTask } from '../plan/exhausted-task.ts';
import { type CaseForPlan, loadCaseForPlan, settingsOf } from '../plan/load-case.ts';
import { planInput } from '../plan/plan-input.ts';
import { conflict } from '../refused.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { type FirstDay, firstDayOf, type FirstStep, isReachable } from './first-day.ts';

const TRANSACTION = { timeout: 120_000 };

/**
 * Puts a creditor into service: from now on its mails leave. Every open case begins a new cycle at its initial level, and
 * its first step waits for a person: a trial never becomes a reminder that a customer is held to have received. With
 * `dryRun` nothing is written. Answers what would be to do on the first day. Refused when it is live already.
 */
export async function goLive(db: Database, context: FactContext, dryRun: boolean): Promise<FirstDay> {
  return db.$transaction(async (tx) => {
    await lockAllCustomers(tx, context.creditorId);
    const settings = await tx.settings.findUniqueOrThrow({ where: { creditorId: context.creditorId } });
    if (settings.liveAt) throw conflict('already_live', 'This creditor is live already.');
    const open = await tx.invoice.findMany({
      where: { creditorId: context.creditorId, kind: 'invoice', closedAs: null },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    const steps: FirstStep[] = [];
    for (const { id } of open) {
      const row = await loadCaseForPlan(tx, id);
      const plan = planNextStep(await firstInput(tx, row, context.at));
      if (plan.kind === 'step') {
        const { level, kind } = plan.step;
        const reachable = await isReachable(tx, row.customerId, kind);
        steps.push({ level, kind, dueOn: plan.dueOn, balanceCents: row.balanceCents, reachable });
      }
      if (!dryRun) await beginAgain(tx, context, row);
    }
    if (!dryRun) {
      const data = { liveAt: context.at, version: { increment: 1 } };
      await tx.settings.update({ where: { creditorId: context.creditorId }, data });
    }
    return firstDayOf(open.length, steps);
  }, TRANSACTION);
}

/** The case as it stands at the start of its new cycle: at its initial level, nothing sent, nothing open. */
async function firstInput(tx: Transaction, row: CaseForPlan, at: Date): Promise<PlanInput> {
  const input = await planInput(tx, row, at);
  const reached = {
    stepKey: null,
    level: row.initialLevel,
    kind: null,
    outcome: 'level_set',
    at: at.toISOString(),
  } as const;
  const progress = row.initialLevel > 0 ? [{ ...reached, on: initialOn(row, at) }] : [];
  return {
    ...input,
    cycle: row.cycle + 1,
    progress,
    openStep: null,
    lastMessageOn: null,
    customerMessageDays: [],
    confirmReason: 'going_live',
  };
}

function initialOn(row: CaseForPlan, at: Date): string {
  return row.initialLevelOn
    ? fromDateColumn(row.initialLevelOn)
    : localDate(at.toISOString(), settingsOf(row).timeZone);
}

async function beginAgain(tx: Transaction, context: FactContext, row: CaseForPlan): Promise<void> {
  const { id: invoiceId, initialLevel: level } = row;
  const cycle = row.cycle + 1;
  await withdrawStep(tx, invoiceId, 'going_live', context.at);
  if (row.exhaustedAt) await withdrawExhaustedTask(tx, invoiceId, 'ladder_goes_on', context.at);
  await tx.invoice.update({
    where: { id: invoiceId },
    data: {
      cycle,
      level,
      confirmReason: 'going_live',
      exhaustedAt: null,
      postponedUntilOn: null,
      version: { increment: 1 },
    },
  });
  const data = { level, from: row.level, cycle, goingLive: true };
  await recordHistory(tx, context, [{ customerId: row.customerId, invoiceId, kind: 'level_set', data }]);
  if (level === 0) return;
  const on = new Date(`${initialOn(row, context.at)}T00:00:00.000Z`);
  const record = { id: uuidv7(), invoiceId, cycle, level, outcome: 'level_set', on, at: context.at } as const;
  await tx.stepRecord.create({ data: record });
}
