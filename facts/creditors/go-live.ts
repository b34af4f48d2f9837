import pMap from 'p-map';
import type { PlanInput } from '../../domain/ladder/plan.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import { lockAllCustomers, lockSettings } from '../../prisma/lock.ts';
import type { Database } from '../../prisma/client.ts';
import { settingsOf } from '../business-calendar.ts';
import type { FactContext } from '../outcome.ts';
import { type CaseForPlan, loadCaseForPlan } from '../plan/load-case.ts';
import { planInput } from '../plan/plan-input.ts';
import { conflict } from '../refused.ts';
import { askAboutPlanned } from './ask-about-planned.ts';
import { beginAllAnew, initialOn } from './begin-anew.ts';
import { type FirstDay, firstDayOf, type FirstStep, isReachable } from './first-day.ts';

const TRANSACTION = { timeout: 120_000 };
/** The number of cases planned at once; other requests need connections too. */
const ABREAST = 4;

/**
 * Puts a creditor into service: from now on its mails leave. Every open case begins a new cycle at its initial level
 * with a first step that a person confirms, so that nothing sent in the trial counts as a reminder the customer
 * received. What was planned in the trial does not leave by itself either. With `dryRun` nothing is written. Returns
 * what there is to do on the first day, computed before the locks are taken because it takes some milliseconds per
 * case. Refuses a creditor that is already live.
 */
export async function goLive(db: Database, context: FactContext, { dryRun }: { dryRun: boolean }): Promise<FirstDay> {
  const { creditorId, at } = context;
  const where = { creditorId };
  refuseLive(await db.settings.findUniqueOrThrow({ where, select: { liveAt: true } }));
  const firstDay = await readFirstDay(db, context);
  if (dryRun) return firstDay;
  await db.$transaction(async (tx) => {
    await lockSettings(tx, creditorId);
    await lockAllCustomers(tx, creditorId);
    const settings = await tx.settings.findUniqueOrThrow({ where, select: { liveAt: true, timeZone: true } });
    refuseLive(settings);
    await beginAllAnew(tx, context, settings.timeZone);
    await askAboutPlanned(tx, creditorId, 'planned_in_trial');
    await tx.settings.update({ where, data: { liveAt: at, version: { increment: 1 } } });
  }, TRANSACTION);
  return firstDay;
}

function refuseLive({ liveAt }: { liveAt: Date | null }): void {
  if (liveAt) throw conflict('already_live', 'This creditor is live already.');
}

async function readFirstDay(db: Database, { creditorId, at }: FactContext): Promise<FirstDay> {
  const where = { creditorId, kind: 'invoice', closedAs: null } as const;
  const open = await db.invoice.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  const steps = await pMap(open, ({ id }) => firstStepOf(db, id, at), { concurrency: ABREAST });
  const { currency } = await db.settings.findUniqueOrThrow({ where: { creditorId }, select: { currency: true } });
  return firstDayOf(
    open.length,
    steps.filter((step) => step !== null),
    currency,
  );
}

async function firstStepOf(db: Database, invoiceId: string, at: Date): Promise<FirstStep | null> {
  const row = await loadCaseForPlan(db, invoiceId);
  const plan = planNextStep(await firstInput(db, row, at));
  if (plan.kind !== 'step') return null;
  const { level, kind } = plan.step;
  const reachable = await isReachable(db, row.customerId, kind);
  const { balanceCents, currency } = row;
  return { level, kind, dueOn: plan.dueOn, balanceCents, currency, reachable };
}

/** The case at the start of its new cycle: at its initial level, nothing sent, no open step. */
async function firstInput(db: Database, row: CaseForPlan, at: Date): Promise<PlanInput> {
  const input = await planInput(db, row, at, { connectors: null });
  const reached = {
    stepKey: null,
    level: row.initialLevel,
    kind: null,
    outcome: 'level_set',
    at: at.toISOString(),
  } as const;
  const on = initialOn(row, at, settingsOf(row.customer.creditor).timeZone);
  return {
    ...input,
    cycle: row.cycle + 1,
    progress: row.initialLevel > 0 ? [{ ...reached, on }] : [],
    openStep: null,
    lastMessageOn: null,
    customerMessageDays: [],
    confirmReason: 'going_live',
  };
}
