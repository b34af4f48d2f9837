import { planNextStep } from '../domain/ladder/plan-next-step.ts';
import type { FactContext } from '../facts/outcome.ts';
import { loadActionToSend, reserveAction, sendableSteps } from '../facts/messages/reserve-action.ts';
import { loadCaseForPlan, planInput } from '../facts/plan/load-plan.ts';
import { writePlan } from '../facts/plan/write-plan.ts';
import type { Transaction } from '../prisma/client.ts';
import { startMessage } from '../temporal/start-message.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/**
 * The hour of an automatic step: takes all due steps of its action into one reserved message and starts that message's
 * workflow. Whoever wakes later finds his step in it. Answers null when the step may not leave now: then it is planned again.
 */
export const createSendStep =
  (deps: ActivityDeps) =>
  async (call: CaseCall): Promise<{ messageId: string | null }> => {
    const messageId = await underInvoiceLock(deps, call, (tx, context) => gather(tx, context, call.invoiceId));
    if (messageId) await startMessage(deps.db, deps.dispatcher, messageId, new Date(call.at));
    return { messageId };
  };

async function gather(tx: Transaction, context: FactContext, invoiceId: string): Promise<string | null> {
  const row = await loadCaseForPlan(tx, invoiceId);
  const open = row.openStep;
  if (!open || row.closedAs || row.attentionCode) return null;
  if (open.messageId) return open.messageId;
  // Under the lock the plan is asked once more: the customer's cap may have been used up by another invoice this morning.
  const plan = planNextStep(await planInput(tx, row, context.at));
  if (plan.kind !== 'step' || plan.dueAt > context.at.toISOString() || plan.mode !== 'automatic') {
    await writePlan(tx, context, row, plan);
    return null;
  }
  const action = await loadActionToSend(tx, open.actionId);
  if (!action) return null;
  const steps = sendableSteps(action, context.at).filter((step) => step.mode === 'automatic');
  return steps.length === 0 ? null : reserveAction(tx, context, action, steps, context.actor);
}
