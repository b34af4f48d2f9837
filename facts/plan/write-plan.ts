import { levelTurn } from '../../domain/ladder/level-turn.ts';
import type { PlannedNextStep, Plan, Reason } from '../../domain/ladder/plan.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { OpenStep } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { insertRows } from '../../prisma/insert-rows.ts';
import { updateRow } from '../../prisma/update-row.ts';
import { historyRow, recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import type { CollectedAfterCommit, FactContext } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { createExhaustedTask, withdrawExhaustedTask } from './exhausted-task.ts';
import { groupKeyOf, joinAction } from './join-action.ts';
import type { UnderWay } from './load-around.ts';
import type { CaseForPlan } from './load-case.ts';
import { exhaustedLine, heldLine, plannedLine } from './plan-lines.ts';
import { changedColumns, type PlanChange, type PlanColumns } from './plan-change.ts';
import { isSameStep } from './same-step.ts';
import { takeLetterBack } from './take-letter-back.ts';
import { asJson, asReasons } from '../stored-json.ts';

export interface WriteOptions {
  underWay: readonly UnderWay[];
  /** True when the whole action moves with this step, whatever other steps are in it. */
  moveAction?: boolean;
  after: CollectedAfterCommit;
}

/**
 * Writes a plan as the invoice's one open step, in its action; withdraws the open step when nothing may leave. Returns
 * what changed; the caller writes the invoice's own columns among it.
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

/** Writes the invoice's own columns that a plan changed. */
export async function writeColumns(tx: Transaction, row: CaseForPlan, after: PlanColumns): Promise<void> {
  const changed = changedColumns(row, after);
  if (changed) await updateRow(tx, 'invoices', row.id, { ...changed, updatedAt: new Date() });
}

/** Writes the step. Returns the open step, or null when nothing changed. */
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
    return isTurnMoved(row, plan) || isAskedAnew(before, plan) ? keepReasons(tx, context, row, plan) : null;
  // A letter that was made of the earlier step and waits to be posted does not carry the new one.
  const beside = underWay.filter(({ messageId: id }) => id !== before?.action.messageId);
  const messageId = carrying(beside, plan.step, row.cycle);
  // When the letter was remade without this step, the step has left its action.
  const isLeftOut =
    before !== null && (await takeLetterOfStepBack(tx, context, row.id, before.action.messageId, after));
  const open = isLeftOut ? null : before;
  // A step that is on its way has an action of its own, since nothing is left to decide about it.
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
  // After the insert, because its action has to exist.
  if (open) await tx.openStep.updateMany({ where: { invoiceId }, data: { ...step, messageId } });
  return openStep;
}

/** The level that lists and counters show as next. */
function nextLevelOf({ cycle, stepRecords }: CaseForPlan, { step }: Exclude<Plan, { kind: 'exhausted' }>) {
  return levelTurn(
    step,
    stepRecords.filter((record) => record.cycle === cycle),
  );
}

/** True when the next turn has another level or another day than the invoice's columns say. */
function isTurnMoved(row: CaseForPlan, plan: Exclude<Plan, { kind: 'exhausted' }>): boolean {
  return row.nextLevel !== nextLevelOf(row, plan) || row.nextTurnOn?.getTime() !== toDateColumn(plan.turnOn).getTime();
}

/** True when a person has another reason to look at the step than before, such as money that covers the claim. */
function isAskedAnew({ reasons }: Pick<OpenStep, 'reasons'>, plan: PlannedNextStep): boolean {
  const whys = (of: readonly Reason[]) => of.flatMap((one) => (one.code === 'confirm' ? [one.why] : [])).join(' ');
  return whys(asReasons(reasons)) !== whys(plan.reasons);
}

/** The step leaves at the same instant as before, but for other reasons: writes only those. */
async function keepReasons(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: PlannedNextStep,
): Promise<OpenStep> {
  const data = { rule: plan.rule, reasons: asJson(plan.reasons) };
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
    reasons: asJson(plan.reasons),
    actionId,
  };
}

/**
 * The message that carries the step already: a person sent it while it was held, or before it was planned. Null when
 * there is none.
 */
function carrying(underWay: readonly UnderWay[], step: PlannedNextStep['step'], ofCycle: number): string | null {
  const carries = ({ cycle, stepKey, level }: UnderWay) =>
    cycle === ofCycle && stepKey === step.key && level === step.level;
  return underWay.find(carries)?.messageId ?? null;
}

/**
 * Takes back a waiting letter whose day or text the new plan changed. Returns whether it was remade for other invoices.
 */
async function takeLetterOfStepBack(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  messageId: string | null,
  after: CollectedAfterCommit,
): Promise<boolean> {
  if (messageId === null) return false;
  const item = await tx.messageItem.findFirst({ where: { messageId, invoiceId, active: true } });
  return item !== null && takeLetterBack(tx, context, { messageId, reason: 'replanned', withoutId: invoiceId }, after);
}
