import type { Transaction } from '../prisma/client.ts';

/** Takes an invoice out of an open action, and cancels the action when it was the last one. */
export async function leaveAction(
  tx: Transaction,
  actionId: string,
  invoiceId: string,
  why: string,
  at: Date,
): Promise<void> {
  await tx.actionInvoice.deleteMany({ where: { actionId, invoiceId } });
  await tx.action.updateMany({
    where: { id: actionId, state: 'open', invoices: { none: {} } },
    data: { state: 'cancelled', reason: why, settledAt: at },
  });
}
