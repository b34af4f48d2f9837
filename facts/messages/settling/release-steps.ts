import { originOf } from '../../../domain/actions/action-origin.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { withdrawStep } from '../../withdraw-step.ts';
import type { MessageToSettle } from './message-to-settle.ts';

/**
 * Releases the steps of a message that did not leave: its items no longer count, and the open steps it carried may be
 * planned again and carried by a new message with a new id, key and bytes. The action of a letter made by hand is
 * cancelled. The open step of a case that has ended meanwhile is withdrawn, since no plan would remove it.
 */
export async function releaseSteps(tx: Transaction, context: FactContext, message: MessageToSettle): Promise<void> {
  await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: false } });
  await tx.openStep.updateMany({ where: { messageId: message.id }, data: { messageId: null } });
  await releaseAction(tx, context, message);
  for (const { invoiceId, invoice } of message.items) {
    if (invoice.closedAs !== null) await withdrawStep(tx, invoiceId, 'case_closed', context.at);
  }
}

async function releaseAction(tx: Transaction, context: FactContext, message: MessageToSettle): Promise<void> {
  const action = await tx.action.findFirst({
    where: { messageId: message.id, state: 'open' },
    include: { openSteps: { select: { mode: true }, take: 1 } },
  });
  if (!action) return;
  // A letter that waited to be posted had made its action manual; without it the step's own mode counts again.
  const mode = action.openSteps[0]?.mode ?? action.mode;
  const isOver = originOf(action) === 'hand_letter';
  const over = { state: 'cancelled', settledAt: context.at, reason: 'letter_taken_back' } as const;
  await tx.action.update({ where: { id: action.id }, data: { messageId: null, mode, ...(isOver ? over : {}) } });
}
