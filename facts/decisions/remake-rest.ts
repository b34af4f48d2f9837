import type { Transaction } from '../../prisma/client.ts';
import type { MessageToSettle } from '../messages/message-to-settle.ts';
import { remake } from '../messages/remake.ts';
import type { FactContext } from '../outcome.ts';

/**
 * Messages were taken back because somebody decided about some of their invoices: for the others each is reserved anew, as when
 * an invoice changes. To be called once the decision itself is done. Answers the new messages.
 */
export async function remakeRest(
  tx: Transaction,
  context: FactContext,
  takenBack: readonly MessageToSettle[],
  decidedIds: readonly string[],
): Promise<string[]> {
  const remade: string[] = [];
  for (const message of takenBack) {
    // Of a specific action all of it was decided about.
    if (message.origin === 'specific_action') continue;
    const rest = { ...message, items: message.items.filter(({ invoiceId }) => !decidedIds.includes(invoiceId)) };
    const id = await remake(tx, context, rest);
    if (id) remade.push(id);
  }
  return remade;
}
