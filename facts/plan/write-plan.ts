import { levelTurn } from '../../domain/ladder/level-turn.ts';
import type { PlannedNextStep, Plan } from '../../domain/ladder/plan.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { OpenStep, Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { insertRows } from '../../prisma/insert-rows.ts';
import { updateRow } from '../../prisma/update-row.ts';
import { historyRow, recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import type { FactContext } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { createExhaustedTask, withdrawExhaustedTask } from './exhausted-task.ts';
import { groupKeyOf, joinAction } from './join-action.ts';
import type { UnderWay } from './load-around.ts';
import type { CaseForPlan } from './load-case.ts';
import { exhaustedLine, heldLine, plannedLine } from './plan-lines.ts';
import { changedColumns, type PlanChange, type PlanColumns } from './plan-change.ts';
import { isSameStep } from './same-step.ts';
import { type AfterTakingBack, takeLetterBack } from './take-letter-back.ts';

export interface WriteOptions {
  underWay: readonly UnderWay[];
  /** The whole action moves with this step, whoever else is in it. */
  moveAction?: boolean;
  after: AfterTakingBack;
}

/**
 * Writes a plan as the invoice's one open step, in its action; takes the step back when nothing may leave. Answers what is
 * other than before; the invoice's own columns among it are the caller's to write.
 */
export async function writePlan(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: Plan,
  options: WriteOptions,
): Promise<PlanChange> {
  if (plan.kind === 'exhausted') {
    const isWithdrawn = row.openStep !== null && (await withdrawStep(tx, row.id, 'ladder_over', context.at));
    if (!row.exhaustedAt) {
      await createExhaustedTask(tx, context, row);
      await recordHistory(tx, context, [exhaustedLine(row)]);
    }
    const exhaustedAt = row.exhaustedAt ?? context.at;
    return { nextLevel: null, nextTurnOn: null, exhaustedAt, ...(isWithdrawn ? { openStep: null } : {}) };
  }
  if (row.exhaustedAt) await withdrawExhaustedTask(tx, row.id, 'ladder_goes_on', context.at);
  const turn = { nextLevel: nextLevelOf(row, plan), nextTurnOn: toDateColumn(plan.turnOn), exhaustedAt: null };
  if (plan.kind === 'step') {
    const openStep = await writeStep(tx, context, row, plan, options);
    return { ...turn, ...(openStep ? { openStep } : {}) };
  }
  const isWithdrawn = row.openStep !== null && (await withdrawStep(tx, row.id, 'held', context.at));
  if (isWithdrawn || isTurnMoved(row, plan)) await recordHistory(tx, context, [heldLine(row, plan)]);
  return { ...turn, ...(isWithdrawn ? { openStep: null } : {}) };
}

/** Writes the invoice's own columns where a plan made them others. */
export async function writeColumns(tx: Transaction, row: CaseForPlan, after: PlanColumns): Promise<void> {
  const changed = changedColumns(row, after);
  if (changed) await updateRow(tx, 'invoices', row.id, { ...changed, updatedAt: new Date() });
}

/** Answers the open step, or null when it is the same as before. */
async function writeStep(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: PlannedNextStep,
  { underWay, moveAction = false, after }: WriteOptions,
): Promise<OpenStep | null> {
  const before = row.openStep;
  const groupKey = groupKeyOf(row, plan);
  const unchanged =
    before && before.cycle === row.cycle && isSameStep(before, plan.step) && before.action.groupKey === groupKey;
  if (unchanged && before.dueAt.toISOString() === plan.dueAt && before.action.state === 'open')
    return isTurnMoved(row, plan) ? keepReasons(tx, context, row, plan) : null;
  // A letter that was made of the step as it was, and that waits to be posted, carries none.
  const beside = underWay.filter(({ messageId: id }) => id !== before?.action.messageId);
  const messageId = carrying(beside, plan.step, row.cycle);
  // Made anew without this step, the letter has left it out of its action.
  const isLeftOut =
    before !== null && (await takeLetterOfStepBack(tx, context, row.id, before.action.messageId, after));
  const open = isLeftOut ? null : before;
  // Nothing is decided any more about what is on its way: it waits with nobody.
  const joined = await joinAction(tx, context, { row, plan, groupKey: messageId ? null : groupKey, moveAction });
  if (open && open.actionId !== joined.actionId) await leaveAction(tx, open.actionId, row.id, 'replanned', context.at);
  const step = stepColumns(row, plan, joined.actionId);
  const { id: invoiceId, creditorId, customerId } = row;
  const openStep = { ...step, invoiceId, creditorId, customerId, messageId };
  await insertRows(tx, {
    ...(joined.isNew ? { actions: [joined.action] } : {}),
    ...(joined.isJoined ? {} : { action_invoices: [{ actionId: joined.actionId, invoiceId }] }),
    ...(open ? {} : { open_steps: [openStep] }),
    history: [historyRow(context, plannedLine(row, plan))],
  });
  // Its action has to be there first.
  if (open) await tx.openStep.updateMany({ where: { invoiceId }, data: { ...step, messageId } });
  return openStep as OpenStep;
}

/** The level that lists and counters show as next. */
function nextLevelOf({ cycle, stepRecords }: CaseForPlan, { step }: Exclude<Plan, { kind: 'exhausted' }>) {
  return levelTurn(
    step,
    stepRecords.filter((record) => record.cycle === cycle),
  );
}

/** Whether another level's turn comes next, or on another day, than what stands with the invoice. */
function isTurnMoved(row: CaseForPlan, plan: Exclude<Plan, { kind: 'exhausted' }>): boolean {
  return row.nextLevel !== nextLevelOf(row, plan) || row.nextTurnOn?.getTime() !== toDateColumn(plan.turnOn).getTime();
}

/** The step leaves when it was to leave before, for other reasons. */
async function keepReasons(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: PlannedNextStep,
): Promise<OpenStep> {
  const data = { rule: plan.rule, reasons: plan.reasons as unknown as Prisma.InputJsonArray };
  const openStep = await tx.openStep.update({ where: { invoiceId: row.id }, data });
  await recordHistory(tx, context, [plannedLine(row, plan)]);
  return openStep;
}

function stepColumns(row: CaseForPlan, plan: PlannedNextStep, actionId: string) {
  return {
    cycle: row.cycle,
    stepKey: plan.step.key,
    level: plan.step.level,
    kind: plan.step.kind,
    letterKind: plan.step.letterKind,
    templateId: plan.step.templateId,
    mode: plan.mode,
    dueAt: new Date(plan.dueAt),
    dueOn: toDateColumn(plan.dueOn),
    lapsesAt: plan.lapsesAt === null ? null : new Date(plan.lapsesAt),
    rule: plan.rule,
    reasons: plan.reasons as unknown as Prisma.InputJsonArray,
    actionId,
  };
}

/** The step that is written may already be on its way: a person sent it by hand while it was held, or before it was planned. */
function carrying(underWay: readonly UnderWay[], step: PlannedNextStep['step'], ofCycle: number): string | null {
  const carries = ({ cycle, stepKey, level }: UnderWay) =>
    cycle === ofCycle && stepKey === step.key && level === step.level;
  return underWay.find(carries)?.messageId ?? null;
}

/** A letter that waits to be posted says another day, or another text, than the new plan. Answers whether it was made anew for others. */
async function takeLetterOfStepBack(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  messageId: string | null,
  after: AfterTakingBack,
): Promise<boolean> {
  if (messageId === null) return false;
  const item = await tx.messageItem.findFirst({ where: { messageId, invoiceId, active: true } });
  return item !== null && takeLetterBack(tx, context, { messageId, reason: 'replanned', withoutId: invoiceId }, after);
}
