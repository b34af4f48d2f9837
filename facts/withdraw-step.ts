import type { Transaction } from '../prisma/client.ts';
import { leaveAction } from './leave-action.ts';

/**
 * Withdraws the invoice's open step, so that it cannot leave; the next plan writes a new one if there is one. A step
 * that a message carries stays: that message's hand-over decides, under the same lock. `why` is stored on an action
 * that it leaves empty. Returns whether a step was withdrawn.
 */
export async function withdrawStep(tx: Transaction, invoiceId: string, why: string, at: Date): Promise<boolean> {
  const step = await tx.openStep.findUnique({ where: { invoiceId } });
  if (!step || step.messageId !== null) return false;
  await tx.openStep.deleteMany({ where: { invoiceId } });
  await leaveAction(tx, step.actionId, invoiceId, why, at);
  return true;
}
