import { v7 as uuidv7 } from 'uuid';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt } from '../business-calendar.ts';
import { loadMessageToSettle } from '../messages/settling/message-to-settle.ts';
import { settleMessage } from '../messages/settling/settle-message.ts';
import { stepNumbers } from '../messages/reserving/step-numbers.ts';
import type { ActionToSend } from '../messages/reserving/reserve-action.ts';
import type { FactContext } from '../outcome.ts';

export interface Finish {
  outcome: 'skipped' | 'completed';
  state: 'skipped' | 'done';
  reason: string | null;
  /** The local day on which it was done; today when absent. */
  on?: string;
  /** The instant from which it counts; now when absent. */
  at?: Date;
}

/**
 * Ends an action without a message: each of its open steps gets a record, a completed one raises the level, and a
 * letter that waited to be posted is taken back. Returns the ids of the invoices concerned.
 */
export async function finishSteps(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  finish: Finish,
): Promise<string[]> {
  const { on = localDayAt(action.customer.creditor, context.at), at = context.at } = finish;
  if (action.messageId) {
    const message = await loadMessageToSettle(tx, action.messageId);
    await settleMessage(tx, context, message, { kind: 'cancelled', reason: finish.outcome });
  }
  const numbers = await stepNumbers(tx, action.openSteps);
  for (const [index, step] of action.openSteps.entries()) {
    const { invoiceId, cycle, stepKey, level, kind } = step;
    const record = { invoiceId, cycle, stepKey, level, repeat: numbers[index]!, kind, outcome: finish.outcome };
    await tx.stepRecord.createMany({
      data: [{ ...record, id: uuidv7(), on: toDateColumn(on), at, reason: finish.reason }],
      skipDuplicates: true,
    });
    await tx.openStep.delete({ where: { invoiceId } });
    const raised = finish.outcome === 'completed' ? { level: Math.max(step.invoice.level, level) } : {};
    await tx.invoice.update({
      where: { id: invoiceId },
      data: { ...raised, confirmReason: null, nextLevel: null, nextTurnOn: null },
    });
  }
  await tx.action.update({
    where: { id: action.id },
    data: { state: finish.state, comment: finish.reason, settledAt: context.at, groupKey: null },
  });
  const invoices = await tx.actionInvoice.findMany({ where: { actionId: action.id } });
  return invoices.map((one) => one.invoiceId);
}
