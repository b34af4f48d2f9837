import type { Transaction } from '../../prisma/client.ts';
import type { MessageToSettle } from '../messages/settling/message-to-settle.ts';
import { remake } from '../messages/remaking/remake.ts';
import type { FactContext } from '../outcome.ts';

/**
 * For messages that were taken back because a person decided about some of their invoices: reserves each again for its
 * other invoices. Call it once the decision itself is done. Returns the ids of the new messages.
 */
export async function remakeRest(
  tx: Transaction,
  context: FactContext,
  takenBack: readonly MessageToSettle[],
  decidedIds: readonly string[],
): Promise<string[]> {
  const remade: string[] = [];
  for (const message of takenBack) {
    // A decision about a specific action concerns all of its invoices.
    if (message.origin === 'specific_action') continue;
    const rest = { ...message, items: message.items.filter(({ invoiceId }) => !decidedIds.includes(invoiceId)) };
    const id = await remake(tx, context, rest);
    if (id) remade.push(id);
  }
  return remade;
}
