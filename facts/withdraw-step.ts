import type { Transaction } from '../prisma/client.ts';
import { leaveAction } from './leave-action.ts';

/**
 * Takes back the invoice's open step, so that nothing of it can leave; the plan activity writes the next one when there is
 * one. A step that a message already carries stays: the message's own hand-over decides, under the same lock. `why` stays
 * on an action that it leaves empty. Answers whether a step was taken back.
 */
export async function withdrawStep(tx: Transaction, invoiceId: string, why: string, at: Date): Promise<boolean> {
  const step = await tx.openStep.findUnique({ where: { invoiceId } });
  if (!step || step.messageId !== null) return false;
  await tx.openStep.deleteMany({ where: { invoiceId } });
  await leaveAction(tx, step.actionId, invoiceId, why, at);
  return true;
}
