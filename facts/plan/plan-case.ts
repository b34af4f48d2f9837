import type { CasePlan } from '../../domain/case/state.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import type { Transaction } from '../../prisma/client.ts';
import { caseFacts } from '../case-facts.ts';
import { endHoldsThatAreOver } from '../holds/end-holds-that-are-over.ts';
import { type CollectedAfterCommit, type FactContext, nothingAfterCommit } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { cancelWaitingLetter } from './cancel-waiting-letter.ts';
import { describePlan } from './describe-plan.ts';
import { keepsLetter } from './keeps-letter.ts';
import { type AroundCase, loadAround } from './load-around.ts';
import { type CaseForPlan, loadCaseForPlan } from './load-case.ts';
import { planInput } from './plan-input.ts';
import type { PlanChange, PlannedCase } from './plan-change.ts';
import { writeColumns, writePlan } from './write-plan.ts';

/**
 * Plans one case under the lock: ends the holds whose day is over, computes the next step and writes it as the
 * invoice's one open step. A case that is closed or asks for attention, and a step that a message carries or whose
 * letter waits to be posted, stay as they are. `moveAction`: the whole action moves with the step. `after`: collects
 * what follows for others.
 */
export async function planCase(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  { moveAction = false, after = nothingAfterCommit() }: { moveAction?: boolean; after?: CollectedAfterCommit } = {},
): Promise<CasePlan> {
  let row = await loadCaseForPlan(tx, invoiceId);
  let around = await loadAround(tx, row, context.at);
  // Reading the whole case is most of the cost of planning: it is read again only when something was written.
  if (await clearTheWay(tx, context, row, around, after)) {
    row = await loadCaseForPlan(tx, invoiceId);
    around = await loadAround(tx, row, context.at);
  }
  const planned = { ...row, ...(await writeNext(tx, context, { row, around, moveAction, after })) };
  await writeColumns(tx, row, { ...planned, plannedVersion: row.version });
  const isToPost = around.underWay.some((one) => one.messageId === planned.openStep?.messageId && one.byPerson);
  return casePlan(planned, context.at, isToPost);
}

/**
 * Ends the holds whose day is over and takes back a letter that is no longer true. Returns whether anything was
 * written.
 */
async function clearTheWay(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  { underWay }: AroundCase,
  after: CollectedAfterCommit,
): Promise<boolean> {
  const { creditorId, at } = context;
  const { id: invoiceId, customerId } = row;
  const isOver = [...row.holds, ...row.customer.holds].some(({ endsAt }) => endsAt !== null && endsAt <= at);
  if (isOver) await endHoldsThatAreOver(tx, { creditorId, customerId, invoiceId, at });
  const waits = underWay.some((message) => message.waits);
  const isTakenBack = waits && (await cancelWaitingLetter(tx, context, invoiceId, after));
  return isOver || isTakenBack;
}

/** Writes the open step of the plan. Returns what that changed of the case as it was read. */
async function writeNext(
  tx: Transaction,
  context: FactContext,
  of: { row: CaseForPlan; around: AroundCase; moveAction: boolean; after: CollectedAfterCommit },
): Promise<PlanChange> {
  const { row, around, moveAction, after } = of;
  if (row.closedAs || row.attentionCode) {
    const why = row.closedAs ?? 'needs_attention';
    return row.openStep && (await withdrawStep(tx, row.id, why, context.at)) ? { openStep: null } : {};
  }
  if (row.openStep?.messageId) return {};
  const input = await planInput(tx, row, context.at, { around, connectors: context.connectors });
  const plan = planNextStep(input);
  if (keepsLetter(row, plan, input)) return {};
  return writePlan(tx, context, row, plan, { underWay: around.underWay, moveAction, after });
}

function casePlan(row: PlannedCase, at: Date, isToPost: boolean): CasePlan {
  const open = row.openStep;
  return {
    facts: caseFacts(row),
    level: row.level,
    exhausted: row.exhaustedAt !== null,
    collectorId: row.customer.collectorId,
    sentence: describePlan(row, at, isToPost),
    step: open && {
      cycle: open.cycle,
      key: open.stepKey,
      level: open.level,
      kind: open.kind,
      mode: open.mode,
      dueAt: open.dueAt.toISOString(),
      lapsesAt: open.lapsesAt?.toISOString() ?? null,
      actionId: open.actionId,
      messageId: open.messageId,
    },
  };
}
