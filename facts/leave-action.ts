import type { Transaction } from '../prisma/client.ts';

/**
 * Takes an invoice out of an open action, and cancels the action when it was the last one. Otherwise the action takes
 * the level and the text of the highest remaining step.
 */
export async function leaveAction(
  tx: Transaction,
  actionId: string,
  invoiceId: string,
  why: string,
  at: Date,
): Promise<void> {
  await tx.actionInvoice.deleteMany({ where: { actionId, invoiceId } });
  const { count } = await tx.action.updateMany({
    where: { id: actionId, state: 'open', invoices: { none: {} } },
    data: { state: 'cancelled', reason: why, settledAt: at },
  });
  if (count > 0) return;
  const highest = await tx.openStep.findFirst({
    where: { actionId, invoiceId: { not: invoiceId }, action: { state: 'open', messageId: null } },
    select: { level: true, templateId: true },
    orderBy: [{ level: 'desc' }, { invoiceId: 'asc' }],
  });
  if (highest) await tx.action.update({ where: { id: actionId }, data: highest });
}
