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
  const isOver = [...before.holds, ...before.customer.holds].some(({ endsAt }) => endsAt !== null && endsAt <= at);
  if (isOver) await endHoldsThatAreOver(tx, { creditorId, customerId: before.customerId, invoiceId, at });
  const isTakenBack = await cancelWaitingLetter(tx, context, invoiceId);
  // Reading the whole case is most of what planning costs: only again when something was written.
  const row = isOver || isTakenBack ? await loadCaseForPlan(tx, invoiceId) : before;
  const isWritten = await writeNext(tx, context, row, moveAction);
  const planned = isWritten ? await loadCaseForPlan(tx, invoiceId) : row;
  if (planned.plannedVersion !== planned.version)
    await tx.invoice.updateMany({ where: { id: invoiceId }, data: { plannedVersion: planned.version } });
  return casePlan(planned, context.at);
}

/** Writes what the plan says; answers whether that changed anything that is read with the case. */
async function writeNext(
  tx: Transaction,
  context: FactContext,
  row: CaseForPlan,
  moveAction: boolean,
): Promise<boolean> {
  if (row.closedAs || row.attentionCode) return withdrawStep(tx, row.id, row.closedAs ?? 'needs_attention', context.at);
  if (row.openStep?.messageId) return false;
  return writePlan(tx, context, row, planNextStep(await planInput(tx, row, context.at)), moveAction);
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
