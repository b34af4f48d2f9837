import type { Plan, Reason } from '../../../domain/ladder/plan.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import type { FactContext } from '../../outcome.ts';
import { type CaseForPlan, loadCaseForPlan } from '../../plan/load-case.ts';
import { planInput } from '../../plan/plan-input.ts';
import { isSameStep } from '../../plan/same-step.ts';
import type { StepToSend } from '../reserving/reserve-action.ts';
import { asReasons } from '../../stored-json.ts';

/**
 * True when what a person confirmed at `sinceAt` is still what would leave. A step that a message carries is not
 * planned, so the plan is made here: it must have the same step with the same text, its turn must have come, and
 * nothing since may need a person.
 */
export async function isStillConfirmed(
  tx: Transaction,
  context: FactContext,
  step: StepToSend,
  sinceAt: Date,
): Promise<boolean> {
  const row = await loadCaseForPlan(tx, step.invoiceId);
  const plan = planNextStep(await planInput(tx, row, context.at, { connectors: null }));
  if (plan.kind !== 'step' || row.cycle !== step.cycle || !isSameStep(step, plan.step)) return false;
  const todayOn = localDayAt(row.customer.creditor, context.at);
  if (plan.turnOn > todayOn || plan.reasons.some(({ code }) => code === 'cap')) return false;
  const isCovered = (reasons: readonly Reason[]) =>
    reasons.some((reason) => reason.code === 'confirm' && reason.why === 'credit_cover');
  if (isCovered(plan.reasons) && !isCovered(asReasons(step.reasons))) return false;
  return !(await isReleasedSince(tx, row, plan, sinceAt));
}

/** True when the next step needs a person because a hold ended or money went back since `sinceAt`. */
export async function isReleasedSince(tx: Transaction, row: CaseForPlan, plan: Plan, sinceAt: Date): Promise<boolean> {
  const asksPerson =
    plan.kind === 'step' && plan.reasons.some((reason) => reason.code === 'confirm' && reason.why !== 'credit_cover');
  if (!asksPerson) return false;
  const { id: invoiceId, customerId } = row;
  const ofCase = [{ invoiceId }, { invoiceId: null, customerId }];
  if ((await tx.hold.count({ where: { OR: ofCase, endedAt: { gte: sinceAt } } })) > 0) return true;
  return (await tx.allocation.count({ where: { invoiceId, reversedAt: { gte: sinceAt } } })) > 0;
}
