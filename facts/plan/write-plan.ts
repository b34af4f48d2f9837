import { v7 as uuidv7 } from 'uuid';
import type { PlannedNextStep, Plan } from '../../domain/ladder/plan.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { recordHistory } from '../history.ts';
import { leaveAction } from '../leave-action.ts';
import type { FactContext } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { noteExhausted } from './note-exhausted.ts';
import type { CaseForPlan } from './load-plan.ts';

/** Writes a plan as the invoice's one open step, in its action; takes the step back when nothing may leave. */
export async function writePlan(tx: Transaction, context: FactContext, row: CaseForPlan, plan: Plan): Promise<void> {
  await tx.invoice.update({
    where: { id: row.id },
    data: {
      nextLevel: plan.kind === 'exhausted' ? null : plan.step.level,
      nextTurnOn: plan.kind === 'exhausted' ? null : toDateColumn(plan.turnOn),
      ...(plan.kind === 'exhausted' ? {} : { exhaustedAt: null }),
    },
  });
  if (plan.kind === 'step') return writeStep(tx, context, row, plan);
  await withdrawStep(tx, row.id, plan.kind === 'held' ? 'held' : 'ladder_over', context.at);
  if (plan.kind === 'exhausted') await noteExhausted(tx, context, row);
}

async function writeStep(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  plan: PlannedNextStep,
): Promise<void> {
  const open = row.openStep;
  const groupKey = groupKeyOf(row, plan);
  const unchanged =
    open && open.cycle === row.cycle && open.stepKey === plan.step.key && open.action.groupKey === groupKey;
  if (unchanged && open.dueAt.toISOString() === plan.dueAt && open.action.state === 'open') return;
  const actionId = await joinAction(tx, row, plan, groupKey);
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
    rule: plan.rule,
    reasons: plan.reasons as unknown as Prisma.InputJsonArray,
    actionId,
  };
  await tx.openStep.upsert({
    where: { invoiceId: row.id },
    create: { invoiceId: row.id, creditorId: row.creditorId, customerId: row.customerId, ...step },
    update: step,
  });
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

async function joinAction(tx: Transaction, row: CaseForPlan, plan: PlannedNextStep, groupKey: string): Promise<string> {
  const there = await tx.action.findFirst({ where: { groupKey, state: 'open', messageId: null } });
  const dueAt = new Date(plan.dueAt);
  const id = there?.id ?? uuidv7();
  if (there) {
    const level = Math.max(there.level ?? 0, plan.step.level);
    await tx.action.update({
      where: { id },
      data: { level, dueAt, ...(level === plan.step.level ? { templateId: plan.step.templateId } : {}) },
    });
  } else {
    // Of one whose message is already made nothing can be added to: it gives the key up.
    await tx.action.updateMany({ where: { groupKey, state: 'open' }, data: { groupKey: null } });
    await tx.action.create({
      data: {
        id,
        creditorId: row.creditorId,
        customerId: row.customerId,
        kind: plan.step.kind,
        level: plan.step.level,
        letterKind: plan.step.letterKind,
        templateId: plan.step.templateId,
        mode: plan.mode,
        currency: row.currency,
        origin: 'step',
        groupKey,
        dueAt,
        dueOn: toDateColumn(plan.dueOn),
      },
    });
  }
  await tx.actionInvoice.createMany({ data: [{ actionId: id, invoiceId: row.id }], skipDuplicates: true });
  return id;
}
