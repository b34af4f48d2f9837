import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import { contactHashOf, loadAddressee, recipientsOf } from './recipients.ts';

/** A message as the hand-over re-reads it, under the lock of its customer. */
export async function loadMessageToHandOver(tx: Transaction, messageId: string) {
  return tx.message.findUniqueOrThrow({
    where: { id: messageId },
    include: { items: { include: { invoice: { include: { holds: HOLDS_IN_FORCE } } } } },
  });
}

export type MessageToHandOver = Awaited<ReturnType<typeof loadMessageToHandOver>>;

/**
 * Why the message may not leave as it was rendered: the case is closed or held, a balance or a due date is another, the
 * address was corrected. Null: nothing changed since.
 */
export async function changeSinceRendered(tx: Transaction, message: MessageToHandOver): Promise<string | null> {
  const account = await loadAddressee(tx, message.customerId);
  for (const item of message.items) {
    const { invoice } = item;
    if (!item.information) {
      if (invoice.closedAs) return `closed_${invoice.closedAs}`;
      const hold = stoppingHold(message.origin, [...invoice.holds, ...account.holds]);
      if (hold) return `held_${hold}`;
    }
    if (invoice.version !== item.version) return 'invoice_changed';
  }
  const recipients = message.kind === 'email' ? recipientsOf(account, message.customRecipients) : [];
  return contactHashOf(account, recipients) === message.contactHash ? null : 'contact_changed';
}
