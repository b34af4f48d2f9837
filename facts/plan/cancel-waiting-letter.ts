import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import { loadMessageToSettle, settleMessage } from '../messages/settle-message.ts';
import type { FactContext } from '../outcome.ts';

/**
 * Takes back a letter that is printed by nobody yet, when what it says is no longer true: the case is closed or held, or
 * the balance is another. The step is planned again and a new letter is made.
 */
export async function cancelWaitingLetter(tx: Transaction, context: FactContext, invoiceId: string): Promise<void> {
  const items = await tx.messageItem.findMany({
    where: { invoiceId, active: true, message: { status: 'rendered', kind: 'letter', handedOverAt: null } },
    include: {
      invoice: { include: { holds: HOLDS_IN_FORCE, customer: { include: { holds: { where: { endedAt: null, invoiceId: null } } } } } },
    },
  });
  for (const item of items) {
    const { invoice } = item;
    const isHeld = invoice.holds.length + invoice.customer.holds.length > 0;
    const why = invoice.closedAs ? 'closed' : isHeld ? 'held' : invoice.balanceCents !== item.amountCents ? 'balance_changed' : null;
    if (!why) continue;
    const message = await loadMessageToSettle(tx, item.messageId);
    await settleMessage(tx, context, message, { kind: 'cancelled', reason: why });
  }
}
