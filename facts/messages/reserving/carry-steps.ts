import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../../prisma/client.ts';
import { leaveAction } from '../../leave-action.ts';
import type { FactContext } from '../../outcome.ts';

/** An open step, as long as it still has these values. */
interface CarriedStep {
  invoiceId: string;
  cycle: number;
  stepKey: string;
  level: number;
}

/**
 * From here on the message, which a person sent separately from the action, carries these open steps until it is
 * settled. They leave an action that has other steps, so that deciding about those does not wait for this message.
 */
export async function carrySteps(
  tx: Transaction,
  context: FactContext,
  steps: readonly CarriedStep[],
  messageId: string,
): Promise<void> {
  for (const { invoiceId, cycle, stepKey, level } of steps)
    await tx.openStep.updateMany({ where: { invoiceId, cycle, stepKey, level, messageId: null }, data: { messageId } });
  const carried = await tx.openStep.findMany({ where: { messageId }, select: { invoiceId: true, actionId: true } });
  for (const actionId of new Set(carried.map((step) => step.actionId))) {
    const ids = carried.filter((step) => step.actionId === actionId).map(({ invoiceId }) => invoiceId);
    await setApart(tx, context, actionId, ids);
  }
}

/** Gives the invoices an action of their own, with their highest step, unless no other invoice is in theirs. */
async function setApart(tx: Transaction, context: FactContext, actionId: string, ids: string[]): Promise<void> {
  const others = await tx.actionInvoice.count({ where: { actionId, invoiceId: { notIn: ids } } });
  if (others === 0) return;
  const { searchText: _, ...action } = await tx.action.findUniqueOrThrow({ where: { id: actionId } });
  const highest = await tx.openStep.findFirst({
    where: { actionId, invoiceId: { in: ids } },
    select: { level: true, templateId: true, letterKind: true },
    orderBy: [{ level: 'desc' }, { invoiceId: 'asc' }],
  });
  const id = uuidv7();
  const invoices = { create: ids.map((invoiceId) => ({ invoiceId })) };
  await tx.action.create({ data: { ...action, ...highest, id, groupKey: null, invoices } });
  await tx.openStep.updateMany({ where: { invoiceId: { in: ids } }, data: { actionId: id } });
  for (const invoiceId of ids) await leaveAction(tx, actionId, invoiceId, 'sent_by_hand', context.at);
}
