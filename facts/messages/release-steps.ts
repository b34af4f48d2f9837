import type { Transaction } from '../../prisma/client.ts';
import type { MessageToSettle } from './settle-message.ts';

/**
 * Gives back the steps of a message that did not leave: its items no longer count, and the open steps that it carried may
 * be planned, and carried by a new message with a new id, key and bytes.
 */
export async function releaseSteps(tx: Transaction, message: MessageToSettle): Promise<void> {
  await tx.messageItem.updateMany({ where: { messageId: message.id }, data: { active: false } });
  await tx.openStep.updateMany({ where: { messageId: message.id }, data: { messageId: null } });
  await tx.action.updateMany({ where: { messageId: message.id, state: 'open' }, data: { messageId: null } });
}
