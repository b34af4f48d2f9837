import type { PlannedNextStep, Plan } from '../../../domain/ladder/plan.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { MESSAGE_CHANNELS } from '../../../domain/ladder/step.ts';
import { failureApart } from '../../../prisma/apart.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { settingsOf } from '../../business-calendar.ts';
import type { FactContext } from '../../outcome.ts';
import { type CaseForPlan, loadCaseForPlan } from '../../plan/load-case.ts';
import { planInput } from '../../plan/plan-input.ts';
import { planBeside } from '../../plan/plan-beside.ts';
import { planCase } from '../../plan/plan-case.ts';
import { type ActionToSend, loadActionToSend, reserveAction, sendableSteps } from './reserve-action.ts';

export interface Gathered {
  /** The message that carries the invoice's step; null when the step may not leave now and is planned again. */
  carriedBy: string | null;
  /** Every message reserved on the way, in the order in which they may leave. */
  reserved: string[];
}

/**
 * Called at the hour of an invoice's automatic step, under the lock: takes all due steps of its action into one
 * reserved message. Cases that wake later find their step in it. Where only so many messages may leave, the highest
 * level goes first, whichever case woke first, and the case is planned again after each message: a step over the limit
 * moves to its next free day.
 */
export async function gatherSteps(tx: Transaction, context: FactContext, invoiceId: string): Promise<Gathered> {
  const reserved: string[] = [];
  for (;;) {
    const row = await loadCaseForPlan(tx, invoiceId);
    const open = row.openStep;
    // First of all: the process that reserved it may have died before the workflow started, and the case may have
    // closed since.
    if (open?.messageId) return { carriedBy: open.messageId, reserved };
    if (!open || row.closedAs || row.attentionCode) return { carriedBy: null, reserved };
    // Another scenario or version is in force at once, told or not: its text leaves, not that of the step planned
    // before.
    if (row.version > row.plannedVersion) {
      await planCase(tx, context, invoiceId);
      continue;
    }
    // A letter that no provider takes waits for the person who posts it, and carries no step.
    const letterId = open.action.state === 'open' ? open.action.messageId : null;
    if (letterId !== null && (await isAbout(tx, letterId, invoiceId))) return { carriedBy: letterId, reserved };
    // The plan is made again under the lock: another invoice may have used up the limit this morning.
    const plan = planNextStep(await planInput(tx, row, context.at, { connectors: context.connectors }));
    await planStale(tx, context, row);
    const next = leavesNow(plan, context.at) ? await nextToLeave(tx, context, row) : null;
    if (!next) {
      await planCase(tx, context, invoiceId);
      return { carriedBy: null, reserved };
    }
    const steps = automaticSteps(next, context.at);
    const messageId = await reserveAction(tx, context, next, steps, context.actor);
    reserved.push(messageId);
    // A letter that a person posts carries no step, so the open step is not read again.
    if (next.id === open.actionId && steps.some((step) => step.invoiceId === invoiceId))
      return { carriedBy: messageId, reserved };
  }
}

async function isAbout(tx: Transaction, messageId: string, invoiceId: string): Promise<boolean> {
  return (await tx.messageItem.count({ where: { messageId, invoiceId, active: true, information: false } })) > 0;
}

function leavesNow(plan: Plan, at: Date): plan is PlannedNextStep {
  return plan.kind === 'step' && plan.mode === 'automatic' && plan.dueAt <= at.toISOString();
}

function automaticSteps(action: ActionToSend, at: Date): ActionToSend['openSteps'] {
  return sendableSteps(action, at).filter((step) => step.mode === 'automatic');
}

/**
 * A fact is in force at once, told or not: steps planned from an older state are planned again before they may leave
 * too.
 */
async function planStale(tx: Transaction, context: FactContext, row: CaseForPlan): Promise<void> {
  const stale = await tx.$queryRaw<{ invoiceId: string }[]>`
    SELECT o."invoiceId" FROM open_steps o JOIN invoices i ON i.id = o."invoiceId"
    WHERE i."customerId" = ${row.customerId}::uuid AND i.id <> ${row.id}::uuid AND i."closedAs" IS NULL
      AND i.version > i."plannedVersion" AND o.mode = 'automatic' AND o."messageId" IS NULL
      AND o."dueAt" <= ${context.at.toISOString()}::timestamptz
    ORDER BY o."invoiceId"`;
  const ids = stale.map(({ invoiceId }) => invoiceId);
  await planBeside(tx, context, ids);
}

/**
 * The action whose message is reserved next: the invoice's own, or one of a higher level where a limit lets only so
 * many leave.
 */
async function nextToLeave(tx: Transaction, context: FactContext, row: CaseForPlan): Promise<ActionToSend | null> {
  const ownId = row.openStep!.actionId;
  const own = await sendable(tx, context, ownId);
  if (!own) return null;
  for (const { id } of await rivals(tx, context, row, own.level ?? 0)) {
    const rival = await sendable(tx, context, id);
    if (rival && (await isFree(tx, context, automaticSteps(rival, context.at)[0]!.invoiceId))) return rival;
  }
  return own;
}

/** The action when it has a step that may leave now and no message yet; otherwise null. */
async function sendable(tx: Transaction, context: FactContext, actionId: string): Promise<ActionToSend | null> {
  const action = await loadActionToSend(tx, actionId);
  if (!action || action.messageId !== null || action.state !== 'open') return null;
  return automaticSteps(action, context.at).length > 0 ? action : null;
}

/** Due actions of a higher level for the same customer that count for the same limit, highest first. */
async function rivals(tx: Transaction, context: FactContext, row: CaseForPlan, level: number) {
  const isCapped = settingsOf(row.customer.creditor).maxMessagesCount !== null;
  const isAccount = row.scenarioVersion?.unit === 'account';
  if (!isCapped && !isAccount) return [];
  return tx.action.findMany({
    where: {
      customerId: row.customerId,
      origin: 'step',
      state: 'open',
      messageId: null,
      level: { gt: level },
      kind: { in: [...MESSAGE_CHANNELS] },
      mode: 'automatic',
      dueAt: { lte: context.at },
      ...(isCapped ? {} : { currency: row.currency, openSteps: { some: ACCOUNT_STEP } }),
    },
    select: { id: true },
    orderBy: [{ level: 'desc' }, { id: 'asc' }],
  });
}

const ACCOUNT_STEP = { invoice: { scenarioVersion: { unit: 'account' } } } as const;

/** True when the invoice's step is due now; false when it is not, or cannot be planned. */
async function isFree(tx: Transaction, context: FactContext, invoiceId: string): Promise<boolean> {
  let isDue = false;
  await failureApart(tx, async () => {
    isDue = await isDueNow(tx, context, invoiceId);
  });
  return isDue;
}

async function isDueNow(tx: Transaction, context: FactContext, invoiceId: string): Promise<boolean> {
  const row = await loadCaseForPlan(tx, invoiceId);
  return leavesNow(planNextStep(await planInput(tx, row, context.at, { connectors: context.connectors })), context.at);
}
