import type { CasePlan } from '../../domain/case/state.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import type { Transaction } from '../../prisma/client.ts';
import { caseFacts } from '../case-facts.ts';
import { endHoldsThatAreOver } from '../holds/end-holds-that-are-over.ts';
import type { FactContext } from '../outcome.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { cancelWaitingLetter } from './cancel-waiting-letter.ts';
import { describePlan } from './describe-plan.ts';
import { type CaseForPlan, loadCaseForPlan, planInput } from './load-plan.ts';
import { writePlan } from './write-plan.ts';

/**
 * Plans one case under the lock: ends the holds whose day is over, works out the next step and writes it as the invoice's
 * one open step. What is closed, looked at by a person, or carried by a message is left as it is. `moveAction`: the whole
 * action moves with the step.
 */
export async function planCase(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  moveAction = false,
): Promise<CasePlan> {
  const before = await loadCaseForPlan(tx, invoiceId);
  const { creditorId, at } = context;
  await endHoldsThatAreOver(tx, { creditorId, customerId: before.customerId, invoiceId, at });
  await cancelWaitingLetter(tx, context, invoiceId);
  const row = await loadCaseForPlan(tx, invoiceId);
  if (row.closedAs || row.attentionCode)
    await withdrawStep(tx, invoiceId, row.closedAs ?? 'needs_attention', context.at);
  else if (!row.openStep?.messageId) {
    await writePlan(tx, context, row, planNextStep(await planInput(tx, row, context.at)), moveAction);
  }
  const planned = await loadCaseForPlan(tx, invoiceId);
  await tx.invoice.update({ where: { id: invoiceId }, data: { plannedVersion: planned.version } });
  return casePlan(planned, context.at);
}

function casePlan(row: CaseForPlan, at: Date): CasePlan {
  const open = row.openStep;
  return {
    facts: caseFacts(row),
    level: row.level,
    exhausted: row.exhaustedAt !== null,
    collectorId: row.customer.collectorId,
    sentence: describePlan(row, at),
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
