import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../prisma/client.ts';
import { POSTED_BY_PERSON_WHERE } from '../../prisma/posted-by-person.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { loadMessageToSettle } from '../messages/message-to-settle.ts';
import { settleMessage } from '../messages/settle-message.ts';
import { changeSinceMade } from '../messages/waiting-letter-changes.ts';
import type { FactContext } from '../outcome.ts';

const WITH_HOLDS = {
  include: { holds: HOLDS_IN_FORCE, customer: { include: { holds: CUSTOMER_HOLDS_IN_FORCE } } },
} as const;

/**
 * Takes back a letter that nobody has posted yet, when what it says is no longer true: the case is closed or held, the
 * balance, the due date or the address is another, or its step was taken out of the action that it waits in. The step is planned again and a new letter
 * is made. What a provider is to take, the hand-over of its own message compares and makes anew. Answers whether it took one back.
 */
export async function cancelWaitingLetter(tx: Transaction, context: FactContext, invoiceId: string): Promise<boolean> {
  let isTakenBack = false;
  const items = await tx.messageItem.findMany({
    where: {
      invoiceId,
      active: true,
      information: false,
      message: { ...POSTED_BY_PERSON_WHERE, status: 'rendered', handedOverAt: null },
    },
    include: {
      invoice: WITH_HOLDS,
      message: { include: { action: { include: { invoices: { where: { invoiceId } } } } } },
    },
  });
  for (const item of items) {
    const { invoice, message } = item;
    const { action } = message;
    const hold = stoppingHold(message.origin, [...invoice.holds, ...invoice.customer.holds], message.actionId);
    const isWithdrawn = action !== null && (action.state !== 'open' || action.invoices.length === 0);
    const isChanged = invoice.balanceCents !== item.amountCents;
    const why = invoice.closedAs
      ? 'closed'
      : hold
        ? 'held'
        : isChanged
          ? 'balance_changed'
          : isWithdrawn
            ? 'withdrawn'
            : await changeSinceMade(tx, message, [invoiceId]);
    if (!why) continue;
    isTakenBack = true;
    const letter = await loadMessageToSettle(tx, item.messageId);
    await settleMessage(tx, context, letter, { kind: 'cancelled', reason: why });
  }
  return isTakenBack;
}
