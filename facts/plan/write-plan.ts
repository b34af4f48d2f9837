import { v7 as uuidv7 } from 'uuid';
import type { PlannedNextStep, Plan } from '../../domain/ladder/plan.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import { loadMessageToSettle, OPEN_STATES, settleMessage } from '../messages/settle-message.ts';
import type { FactContext } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { noteExhausted } from './note-exhausted.ts';
import type { CaseForPlan } from './load-plan.ts';

/**
 * Writes a plan as the invoice's one open step, in its action; takes the step back when nothing may leave. `moveAction`: the
 * whole action moves with this step, whoever else is in it. Answers whether anything was written.
 */
export async function writePlan(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: Plan,
  moveAction = false,
): Promise<boolean> {
  const isNoted = await noteTurn(tx, row, plan);
  if (plan.kind === 'step') return (await writeStep(tx, context, row, plan, moveAction)) || isNoted;
  const isWithdrawn = await withdrawStep(tx, row.id, plan.kind === 'held' ? 'held' : 'ladder_over', context.at);
  const isNews = plan.kind === 'exhausted' && row.exhaustedAt === null;
  if (isNews) await noteExhausted(tx, context, row);
  return isNoted || isWithdrawn || isNews;
}

/** Keeps the level that comes next and the day of its turn, for lists; answers whether they are others than before. */
async function noteTurn(tx: Transaction, row: CaseForPlan, plan: Plan): Promise<boolean> {
  const isOver = plan.kind === 'exhausted';
  const nextLevel = isOver ? null : plan.step.level;
  const nextTurnOn = isOver ? null : toDateColumn(plan.turnOn);
  const exhaustedAt = isOver ? row.exhaustedAt : null;
  const isSame =
    nextLevel === row.nextLevel &&
    nextTurnOn?.getTime() === row.nextTurnOn?.getTime() &&
    exhaustedAt?.getTime() === row.exhaustedAt?.getTime();
  if (isSame) return false;
  await tx.invoice.updateMany({ where: { id: row.id }, data: { nextLevel, nextTurnOn, exhaustedAt } });
  return true;
}

async function writeStep(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: PlannedNextStep,
  moveAction: boolean,
): Promise<boolean> {
  const open = row.openStep;
  const groupKey = groupKeyOf(row, plan);
  const unchanged =
    open && open.cycle === row.cycle && open.stepKey === plan.step.key && open.action.groupKey === groupKey;
  if (unchanged && open.dueAt.toISOString() === plan.dueAt && open.action.state === 'open') return false;
  if (open) await takeLetterBack(tx, context, row.id, open.action.messageId);
  const actionId = await joinAction(tx, row, plan, groupKey, moveAction);
  if (open && open.actionId !== actionId) await leaveAction(tx, open.actionId, row.id, 'replanned', context.at);
  const step = {
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
  await tx.openStep.upsert({
    where: { invoiceId: row.id },
    create: { ...step, ...(await idsOf(tx, row, plan)) },
    update: step,
  });
  await recordPlanned(tx, context, row, plan);
  return true;
}

async function recordPlanned(tx: Transaction, context: FactContext, row: CaseForPlan, plan: PlannedNextStep) {
  await recordHistory(tx, context, [
    {
      customerId: row.customerId,
      invoiceId: row.id,
      kind: 'planned',
      data: {
        stepKey: plan.step.key,
        level: plan.step.level,
        channel: plan.step.kind,
        letterKind: plan.step.letterKind,
        mode: plan.mode,
        dueAt: plan.dueAt,
        dueOn: plan.dueOn,
        rule: plan.rule,
        reasons: plan.reasons,
        balanceCents: row.balanceCents,
      },
    },
  ]);
}

/** Steps with the same key leave as one message: never two currencies, and what waits for a person holds up nothing else. */
function groupKeyOf(row: CaseForPlan, plan: PlannedNextStep): string {
  const unit = row.scenarioVersion?.unit ?? 'invoice';
  // A formal notice is never gathered with another level.
  const together =
    unit === 'invoice' ? row.id : unit === 'level' || plan.step.level >= 3 ? `R${plan.step.level}` : 'account';
  const { kind, letterKind } = plan.step;
  return [row.customerId, kind, letterKind ?? '-', together, row.currency, plan.mode, plan.dueOn].join('|');
}

/** A new open step may already be on its way: a person sent it by hand while it was held. */
async function idsOf(tx: Transaction, row: CaseForPlan, plan: PlannedNextStep) {
  const { id: invoiceId, creditorId, customerId, cycle } = row;
  const carrying = await tx.messageItem.findFirst({
    where: {
      invoiceId,
      cycle,
      stepKey: plan.step.key,
      active: true,
      information: false,
      message: { status: { in: [...OPEN_STATES] } },
    },
    select: { messageId: true },
  });
  return { invoiceId, creditorId, customerId, messageId: carrying?.messageId ?? null };
}

/** A letter that waits to be posted says another day, or another text, than the new plan. */
async function takeLetterBack(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  messageId: string | null,
): Promise<void> {
  if (messageId === null) return;
  const item = await tx.messageItem.findFirst({ where: { messageId, invoiceId, active: true } });
  if (item)
    await settleMessage(tx, context, await loadMessageToSettle(tx, messageId), {
      kind: 'cancelled',
      reason: 'replanned',
    });
}

async function joinAction(
  tx: Transaction,
  row: CaseForPlan,
  plan: PlannedNextStep,
  groupKey: string,
  moveAction: boolean,
): Promise<string> {
  const there = await tx.action.findFirst({ where: { groupKey, state: 'open', messageId: null } });
  const { kind, letterKind, templateId, level } = plan.step;
  const dueAt = new Date(plan.dueAt);
  const planned = { kind, letterKind, mode: plan.mode, groupKey, dueAt, dueOn: toDateColumn(plan.dueOn) };
  const own = there ? null : await movableAction(tx, row, plan, moveAction);
  const id = there?.id ?? own?.id ?? uuidv7();
  if (there) {
    const top = Math.max(there.level ?? 0, level);
    const text = top === level ? { templateId } : {};
    await tx.action.update({ where: { id }, data: { level: top, dueAt, ...text } });
  } else {
    // Of one whose message is already made nothing can be added to: it gives the key up.
    await tx.action.updateMany({ where: { groupKey, state: 'open', id: { not: id } }, data: { groupKey: null } });
    if (own) await tx.action.update({ where: { id }, data: planned });
    else {
      const { creditorId, customerId, currency } = row;
      const data = { id, creditorId, customerId, currency, level, templateId, origin: 'step', ...planned };
      await tx.action.create({ data });
    }
  }
  await tx.actionInvoice.createMany({ data: [{ actionId: id, invoiceId: row.id }], skipDuplicates: true });
  return id;
}

/** The step's own action, when it moves to another day with it: whoever has its id at hand finds it there. */
async function movableAction(tx: Transaction, row: CaseForPlan, plan: PlannedNextStep, moveAction: boolean) {
  const open = row.openStep;
  if (!open || open.stepKey !== plan.step.key || open.cycle !== row.cycle) return null;
  const { action } = open;
  if (action.state !== 'open' || action.messageId !== null) return null;
  const isAlone = (await tx.actionInvoice.count({ where: { actionId: action.id } })) === 1;
  return isAlone || moveAction ? action : null;
}
