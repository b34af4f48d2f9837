import type { Transaction } from '../prisma/client.ts';
import { leaveAction } from './leave-action.ts';
import type { FactContext } from './outcome.ts';
import type { MessageToSettle } from './settle-message.ts';

/**
 * Gives back the steps of a message that did not leave: its items no longer count, and the open steps that it carried are
 * planned again, in a new action, with a new message and a new key.
 */
export async function releaseSteps(
  tx: Transaction,
  context: FactContext,
  message: MessageToSettle,
  why: 'failed' | 'cancelled',
): Promise<void> {
  await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: false } });
  const carried = await tx.openStep.findMany({ where: { messageId: message.id } });
  for (const step of carried) {
    await tx.openStep.delete({ where: { invoiceId: step.invoiceId } });
    await leaveAction(tx, step.actionId, step.invoiceId, why, context.at);
  }
  if (message.actionId) {
    await tx.action.updateMany({
      where: { id: message.actionId, state: 'open' },
      data: { state: 'cancelled', reason: why, settledAt: context.at },
    });
  }
}
