import { v7 as uuidv7 } from 'uuid';
import { localDate } from '../../domain/calendar/local-time.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import { insertRows } from '../../prisma/insert-rows.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import type { FactContext } from '../outcome.ts';
import { openExhaustedTasks } from '../plan/exhausted-task.ts';

/** The number of cases in one statement: a statement that takes half a minute is taken for a broken connection. */
const TOGETHER = 1_000;

const COLUMNS = {
  id: true,
  customerId: true,
  cycle: true,
  level: true,
  initialLevel: true,
  initialLevelOn: true,
} as const;

/** A case as it stood at the end of the trial. */
interface Trial {
  id: string;
  customerId: string;
  cycle: number;
  level: number;
  initialLevel: number;
  initialLevelOn: Date | null;
}

/**
 * Begins a new cycle for every open case of a creditor, all of whose customers are locked: at its initial level, with
 * no open step, and with a first step that a person confirms. A few statements per thousand cases, since every request
 * waits for these locks.
 */
export async function beginAllAnew(tx: Transaction, context: FactContext, timeZone: string): Promise<void> {
  for (let after: string | undefined; ;) {
    const trials = await tx.invoice.findMany({
      where: {
        creditorId: context.creditorId,
        kind: 'invoice',
        closedAs: null,
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      select: COLUMNS,
      orderBy: { id: 'asc' },
      take: TOGETHER,
    });
    if (trials.length === 0) return;
    await beginAnew(tx, context, trials, timeZone);
    after = trials.at(-1)!.id;
  }
}

/** Begins a new cycle for these cases only, as `beginAllAnew` does for all. Their customers are locked. */
export async function beginAnew(
  tx: Transaction,
  context: FactContext,
  trials: readonly Trial[],
  timeZone: string,
): Promise<void> {
  const ids = trials.map(({ id }) => id);
  await withdrawSteps(tx, ids, context.at);
  await withdrawExhaustedTasks(tx, ids, context.at);
  await tx.$executeRaw`
    UPDATE invoices SET cycle = cycle + 1, level = "initialLevel", "confirmReason" = 'going_live', "exhaustedAt" = NULL,
      "postponedUntilOn" = NULL, version = version + 1, "updatedAt" = now()
    WHERE "creditorId" = ${context.creditorId}::uuid AND id = ANY (${ids}::uuid[])`;
  const lines = trials.map(({ id, customerId, cycle, level, initialLevel }) => ({
    customerId,
    invoiceId: id,
    kind: 'level_set' as const,
    data: { level: initialLevel, from: level, cycle: cycle + 1, goingLive: true },
  }));
  await recordHistory(tx, context, lines);
  const reached = trials.filter(({ initialLevel }) => initialLevel > 0);
  await insertRows(tx, {
    step_records: reached.map((trial) => ({
      id: uuidv7(),
      invoiceId: trial.id,
      cycle: trial.cycle + 1,
      level: trial.initialLevel,
      outcome: 'level_set' as const,
      on: toDateColumn(initialOn(trial, context.at, timeZone)),
      at: context.at,
    })),
  });
}

/** The local day on which a case reached its initial level; today when it is not known. */
export function initialOn({ initialLevelOn }: Pick<Trial, 'initialLevelOn'>, at: Date, timeZone: string): string {
  return initialLevelOn ? fromDateColumn(initialLevelOn) : localDate(at.toISOString(), timeZone);
}

/** Does what `withdrawStep` does for one case: a step that a message already carries stays. */
async function withdrawSteps(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  const where = { invoiceId: { in: [...ids] }, messageId: null };
  const steps = await tx.openStep.findMany({ where, select: { invoiceId: true, actionId: true } });
  await tx.openStep.deleteMany({ where });
  const actionIds = [...new Set(steps.map(({ actionId }) => actionId))];
  const invoiceIds = steps.map(({ invoiceId }) => invoiceId);
  await leaveActions(tx, { actionIds, invoiceIds }, 'going_live', at);
}

async function withdrawExhaustedTasks(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  const tasks = await tx.action.findMany({ where: openExhaustedTasks(ids), select: { id: true } });
  await leaveActions(tx, { actionIds: tasks.map(({ id }) => id), invoiceIds: [...ids] }, 'ladder_goes_on', at);
}

/** Takes the invoices out of the actions and cancels the actions that are left without an invoice. */
async function leaveActions(
  tx: Transaction,
  { actionIds, invoiceIds }: { actionIds: string[]; invoiceIds: string[] },
  why: string,
  at: Date,
): Promise<void> {
  if (actionIds.length === 0) return;
  await tx.actionInvoice.deleteMany({ where: { actionId: { in: actionIds }, invoiceId: { in: invoiceIds } } });
  await tx.action.updateMany({
    where: { id: { in: actionIds }, state: 'open', invoices: { none: {} } },
    data: { state: 'cancelled', reason: why, settledAt: at },
  });
}
